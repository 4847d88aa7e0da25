import { createHash } from 'node:crypto';
import { type Problem, problem, when } from './problem.ts';
import type { ChainRecord, EventRecord, Head } from './record.ts';

const beginning = '0'.repeat(64);

/** JSON with the members of every object in the order of their names; what has no value is left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const names = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${names.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

/** SHA-256, in hex, over everything of an event but the hash itself. */
export const hashOf = ({ hash: _hash, ...covered }: EventRecord): string =>
  createHash('sha256').update(canonical(covered)).digest('hex');

/** Events follow one another without a gap, each bears the hash of the one before it, and none was altered. */
export function checkChain({ chainId, events }: ChainRecord): Problem[] {
  return events.flatMap((event, at) => {
    const previous = at === 0 ? beginning : events[at - 1]?.hash;
    const subject = `${chainId} #${at + 1}`;
    return [
      ...when(event.chainId !== chainId, 'audit-chain', subject, `belongs to ${event.chainId}`),
      ...when(event.sequence !== at + 1, 'audit-chain', subject, `bears the number ${event.sequence}`),
      ...when(event.previousHash !== previous, 'audit-chain', subject, 'does not follow the event before it'),
      ...when(event.hash !== hashOf(event), 'audit-chain', subject, `${event.action} was altered`),
    ];
  });
}

/** The chain ends where the export says, so that nothing was cut off. */
export function checkHead(chains: ReadonlyMap<string, ChainRecord>, head: Head): Problem[] {
  const last = chains.get(head.chainId)?.events.at(-1);
  return last?.hash === head.hash && last.sequence === head.sequence
    ? []
    : [problem('audit-chain', head.chainId, `ends at #${last?.sequence}, the export says #${head.sequence}`)];
}
