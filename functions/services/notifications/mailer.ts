import type { Instant } from '#domain/instants';

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly at: Instant };

/** What carries messages: SMTP in the cloud, a folder in the box. */
export type Mailer = { send(mail: Mail): Promise<unknown> };

/** The mail can never arrive: no address, or one that was refused for good. Trying again would change nothing. */
export class Undeliverable extends Error {
  override name = 'Undeliverable';
}
