import { CfnParameter, SecretValue } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * What the mail function needs to send by SMTP, which every region has, SES's own SMTP included. The address holds a
 * password, so the deployment is told only the name of the secret that keeps it.
 */
export function mailVariables(scope: Construct): Record<string, string> {
  const from = new CfnParameter(scope, 'MailFrom', {
    description: 'The address that mail is sent from.',
    allowedPattern: '^[^@\\s]+@[^@\\s]+$',
  });
  const server = new CfnParameter(scope, 'MailServer', {
    description: 'Name or arn of a secret in Secrets Manager whose text is smtps://user:password@host:port.',
    minLength: 1,
  });
  return {
    MAIL_FROM: from.valueAsString,
    SMTP_URL: SecretValue.secretsManager(server.valueAsString).unsafeUnwrap(),
  };
}
