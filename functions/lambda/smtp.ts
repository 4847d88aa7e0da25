import { createTransport } from 'nodemailer';
import * as z from 'zod';
import { type Mailer, Undeliverable } from '#services/notifications/mailer';

type SmtpOptions = {
  /** `smtps://user:password@host:465`; any relay, SES by its SMTP interface too. */
  readonly url: string;
  readonly from: string;
};

const refusal = z.object({ command: z.literal('RCPT TO'), responseCode: z.int().min(500) });

/** Sends by SMTP. What the server refuses for the recipient for good is `Undeliverable`; all else may yet pass. */
export function smtpMailer({ url, from }: SmtpOptions): Mailer {
  const transport = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  return {
    async send({ to, subject, text, at }) {
      if (!z.email().safeParse(to).success) throw new Undeliverable('no address');
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          date: new Date(at),
          headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: no out-of-office answers to this
          disableFileAccess: true,
          disableUrlAccess: true,
        });
      } catch (error) {
        if (refusal.safeParse(error).success) throw new Undeliverable('refused');
        throw error;
      }
    },
  };
}
