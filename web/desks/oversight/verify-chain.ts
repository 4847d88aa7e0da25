import type { AuditEvent } from '#domain/audit';
import { canonicalJson } from '#domain/canonical-json';
import { sha256Of } from '#web/kit/digest.ts';

/** Why an event does not hold: out of order, not after the one before, or not what was sealed. */
export type Fault = 'sequence' | 'link' | 'hash';

export type Verified = { readonly done: number; readonly brokenAt?: number; readonly why?: Fault };

/** What an answer tells beside the event that was sealed. */
type Shown = AuditEvent & { readonly zh?: string; readonly en?: string };

const genesis = '0'.repeat(64);

/** SHA-256 of an event's canonical JSON without its own hash: what `sealed` of the domain computes at the server. */
const hashOf = ({ hash: _hash, zh: _zh, en: _en, ...event }: Shown): Promise<string> =>
  sha256Of(new TextEncoder().encode(canonicalJson(event)));

async function faultOf(event: Shown, place: number, previousHash: string): Promise<Fault | undefined> {
  if (event.sequence !== place) return 'sequence';
  if (event.previousHash !== previousHash) return 'link';
  return (await hashOf(event)) === event.hash ? undefined : 'hash';
}

/** So many events are hashed before the page is told and may draw. */
const STRIDE = 50;

/**
 * Recomputes a chain from its first event on, and stops at the first that does not hold: what comes after it proves
 * nothing. Tells its progress now and then.
 */
export async function verifyChain(
  events: readonly Shown[],
  tell: (sofar: Verified) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Verified> {
  let previousHash = genesis;
  for (const [index, event] of events.entries()) {
    if (signal?.aborted) return { done: index };
    const why = await faultOf(event, index + 1, previousHash);
    if (why) return { done: index + 1, brokenAt: index + 1, why };
    previousHash = event.hash;
    if ((index + 1) % STRIDE === 0) {
      tell({ done: index + 1 });
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return { done: events.length };
}

/** The record whose hash begins like that, by its place; shorter than 8 characters says nothing. */
export function recordOf(events: readonly Pick<AuditEvent, 'hash'>[], typed: string): number | undefined {
  const text = typed.replace(/\s/g, '').toLowerCase();
  if (text.length < 8) return undefined;
  const index = events.findIndex(({ hash }) => hash.startsWith(text));
  return index < 0 ? undefined : index + 1;
}
