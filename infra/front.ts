import { CfnCondition, CfnOutput, CfnParameter, Fn } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { consoleBehavior, consoleBucket, consoleRewrite, onRequest } from './console.ts';
import { acknowledge } from './nag.ts';
import type { Settings } from './settings.ts';

/** The header in which CloudFront shows the secret; the api reads it by this name. */
export const ORIGIN_HEADER = 'x-origin-secret';

/** What CloudFront knows and a caller who goes around it does not. */
export function originSecret(scope: Construct): string {
  const secret = new Secret(scope, 'OriginSecret', {
    generateSecretString: { passwordLength: 48, excludePunctuation: true },
  });
  acknowledge(
    secret,
    'Both ends get it when the stack is deployed, so it changes with a deployment and not by a timer.',
    'SMG4',
  );
  // Resolved by CloudFormation: the template holds a reference only.
  return secret.secretValue.unsafeUnwrap();
}

/** CloudFront takes firewalls of us-east-1 only, so this one comes from a stack of its own by its arn. */
function firewallArn(scope: Construct): string {
  const parameter = new CfnParameter(scope, 'FirewallArn', {
    description: 'Output of the firewall stack. Empty only where CloudFront has no AWS WAF.',
    allowedPattern: '^(arn:[a-z-]+:wafv2:[a-z0-9-]+:[0-9]+:global/webacl/.+)?$',
  });
  const given = new CfnCondition(scope, 'FirewallGiven', {
    expression: Fn.conditionNot(Fn.conditionEquals(parameter.valueAsString, '')),
  });
  return Fn.conditionIf(given.logicalId, parameter.valueAsString, { Ref: 'AWS::NoValue' }).toString();
}

type FrontProps = {
  readonly host: string;
  readonly secret: string;
  readonly logs: IBucket;
  readonly settings: Settings;
};

/** CloudFront before the API and the pages. Nothing of the API is cached: who may see what is decided at each request. */
export function declareFront(scope: Construct, { host, secret, logs, settings }: FrontProps) {
  const { site } = settings;
  const pages = consoleBucket(scope, logs);
  const rewrite = consoleRewrite(scope);
  const distribution = new Distribution(scope, 'Front', {
    defaultBehavior: {
      origin: new HttpOrigin(host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { [ORIGIN_HEADER]: secret },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: ResponseHeadersPolicy.SECURITY_HEADERS,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      ...onRequest(rewrite),
    },
    additionalBehaviors: { '/console/*': consoleBehavior(scope, { bucket: pages, rewrite, settings }) },
    webAclId: firewallArn(scope),
    logBucket: logs,
    logFilePrefix: 'front/',
    ...(site && {
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      domainNames: [site.domainName],
      certificate: Certificate.fromCertificateArn(scope, 'SiteCertificate', site.certificateArn),
    }),
  });
  acknowledge(distribution, 'Applicants and citizens may be anywhere when a deadline comes.', 'CFR1');
  if (!site) acknowledge(distribution, 'The default certificate of CloudFront sets its own protocols.', 'CFR4');
  const url = `https://${site?.domainName ?? distribution.distributionDomainName}`;
  new CfnOutput(scope, 'Url', { value: url });
  return { url, distribution, pages };
}
