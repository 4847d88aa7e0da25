import { createHash } from 'node:crypto';

/** An event as the audit shows it; what its hash covers are these fields, as far as they are there. */
export type EventShape = {
  readonly chainId: string;
  readonly sequence: number;
  readonly at: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly requestId: string;
  readonly cycleId?: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
};

/** JSON with the members of each object sorted by name and those without a value left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

const coveredBy = ({
  chainId,
  sequence,
  at,
  action,
  actor,
  requestId,
  cycleId,
  details,
  previousHash,
}: EventShape) => ({
  chainId,
  sequence,
  at,
  action,
  actor,
  requestId,
  cycleId,
  details,
  previousHash,
});

/**
 * Why a chain does not hold, or undefined: SHA-256 over each event's canonical JSON, recomputed here and not taken
 * from anybody, each event naming the hash of the one before it, the first one 64 zeros.
 */
export function flawOf(chain: readonly EventShape[]): string | undefined {
  let previous = '0'.repeat(64);
  for (const [at, event] of chain.entries()) {
    const hash = createHash('sha256')
      .update(canonical(coveredBy(event)))
      .digest('hex');
    if (event.sequence !== at + 1) return `event ${at + 1} has the number ${event.sequence}`;
    if (event.previousHash !== previous) return `event ${at + 1} does not follow the one before it`;
    if (event.hash !== hash) return `event ${at + 1} was changed`;
    previous = hash;
  }
  return chain.length === 0 ? 'it is empty' : undefined;
}
