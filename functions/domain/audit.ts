import { createHash } from 'node:crypto';
import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';

/**
 * One act. It is the audit record and the outbox record at once. It carries ids, codes and counts, never personal
 * data, so that erasure and proof can both be had.
 */
export const AuditEvent = z.object({
  /** The chain that it belongs to, `application/<id>`, `cycle/<id>`, …, and its place there from 1. */
  chainId: z.string(),
  sequence: z.int().min(1),
  at: z.string(),
  action: z.string(),
  actor: z.object({ kind: z.enum(['person', 'system', 'public']), id: z.string() }),
  requestId: z.string(),
  cycleId: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

export const GENESIS = '0'.repeat(64);

/** SHA-256 of a value's canonical JSON, lower-case hex. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** The event with its hash, which covers everything in it and the hash before it. */
export const sealed = (event: Omit<AuditEvent, 'hash'>): AuditEvent => ({ ...event, hash: hashOf(event) });

/** The place of the first event that does not hold, or undefined when the chain is whole. */
export function brokenAt(chain: readonly AuditEvent[]): number | undefined {
  let previousHash = GENESIS;
  for (const [index, { hash, ...event }] of chain.entries()) {
    const holds = event.sequence === index + 1 && event.previousHash === previousHash && hashOf(event) === hash;
    if (!holds) return index + 1;
    previousHash = hash;
  }
  return undefined;
}
