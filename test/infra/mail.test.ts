import { expect, it } from 'vitest';
import { functionsOf, synthesized, textOf } from './synthesized.ts';

const { system } = synthesized();
const functions = Object.entries(functionsOf(system)).map(([id, { Properties }]) => ({
  id,
  variables: (Properties['Environment'] as { Variables: Record<string, unknown> }).Variables,
}));

it('tells the mail function alone how to send, the password by reference', () => {
  const [mail, ...others] = functions.filter(({ variables }) => 'SMTP_URL' in variables);
  expect(others).toEqual([]);
  expect(mail?.id).toMatch(/^Mail/);
  expect(textOf(mail?.variables['MAIL_FROM'])).toBe('<MailFrom>');
  expect(textOf(mail?.variables['SMTP_URL'])).toBe('{{resolve:secretsmanager:<MailServer>:SecretString:::}}');
});

it('does not deploy without being told', () => {
  for (const name of ['MailFrom', 'MailServer']) {
    expect(system.findParameters(name)[name]).not.toHaveProperty('Default');
  }
});
