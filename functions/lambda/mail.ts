import { dependencies, required } from './dependencies.ts';
import { mailHandler } from './handlers.ts';
import { smtpMailer } from './smtp.ts';

export const handler = mailHandler(
  dependencies('mail'),
  smtpMailer({ url: required('SMTP_URL'), from: required('MAIL_FROM') }),
);
