import { noticesOf } from '#domain/notices/index';
import { compose, type Message, type Notice } from '#domain/notifications';
import type { Person } from '#domain/people';
import { tellings } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { create, remove } from '#store/writes';
import type { Context } from '../context.ts';
import { type Case, caseOf } from './case.ts';
import { factsOf } from './facts.ts';
import { type Mailer, Undeliverable } from './mailer.ts';
import { recipientsOf } from './recipients.ts';

/** What became of the messages of one event; counts, for nobody's address belongs into a log. */
export type Told = { sent: number; repeated: number; undeliverable: number };

class ToldBefore extends Error {}
const toldBefore = (): Error => new ToldBefore();

/** A gate that was decided meanwhile needs no reminder any more. */
async function isMoot(ctx: Context, event: StoredEvent): Promise<boolean> {
  const { gateId } = event.details;
  if (event.action !== 'gate.reminded' || typeof gateId !== 'string') return false;
  return (await ctx.store.find(keys.gate(gateId)))?.outcome !== undefined;
}

/**
 * Tells one person once. The claim comes before the mail: a crash between the two loses a message, the other order
 * would send it twice. A mail that may yet pass gives its claim back and is tried again with the record.
 */
async function tell(ctx: Context, mailer: Mailer, eventId: string, person: Person, message: Message) {
  const { personId } = person;
  try {
    await ctx.store.transact([create(tellings, { eventId, personId, at: ctx.clock.now() }, toldBefore)]);
  } catch (error) {
    if (error instanceof ToldBefore) return 'repeated';
    throw error;
  }
  try {
    await mailer.send({ to: person.email ?? person.username, ...message, at: ctx.clock.now() });
    return 'sent';
  } catch (error) {
    if (error instanceof Undeliverable) return 'undeliverable';
    await ctx.store.transact([remove(keys.telling(eventId, personId))]);
    throw error;
  }
}

type Letter = { readonly person: Person; readonly message: Message };

/** Each person gets the first message that is meant for them, though they hold several roles in the case. */
async function lettersFor(ctx: Context, about: Case, notices: readonly Notice[]): Promise<Letter[]> {
  const letters = new Map<string, Letter>();
  for (const notice of notices) {
    const recipients = await recipientsOf(ctx, notice.to, about);
    const fresh = recipients.filter(({ personId }) => !letters.has(personId));
    if (fresh.length === 0) continue;
    const message = compose(notice, await factsOf(ctx, about, notice));
    for (const person of fresh) letters.set(person.personId, { person, message });
  }
  return [...letters.values()];
}

/**
 * Turns an act into the messages that it means, each person told at most once however often the event comes.
 * @throws the last error of a mailer that failed, after everybody else was told: the record comes again.
 */
export async function notify(ctx: Context, mailer: Mailer, chainId: string, sequence: number): Promise<Told> {
  const told: Told = { sent: 0, repeated: 0, undeliverable: 0 };
  const event = await ctx.store.find(keys.auditEvent(chainId, sequence));
  const notices = event ? noticesOf(event) : [];
  if (!event || notices.length === 0 || (await isMoot(ctx, event))) return told;
  const failures: unknown[] = [];
  for (const { person, message } of await lettersFor(ctx, await caseOf(ctx, event), notices)) {
    try {
      told[await tell(ctx, mailer, `${chainId}#${sequence}`, person, message)] += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  ctx.logger.info('told', { action: event.action, ...told, failed: failures.length });
  if (failures.length > 0) throw failures.at(-1);
  return told;
}
