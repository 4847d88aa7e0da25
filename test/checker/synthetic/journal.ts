import { hashOf } from '../audit-chain.ts';
import type { ChainRecord, EventRecord, Head } from '../record.ts';

export type Actor = EventRecord['actor'];

type Act = {
  readonly chainId: string;
  readonly at: string;
  readonly action: string;
  readonly actor: Actor;
  readonly details?: Readonly<Record<string, unknown>>;
};

/** Writes events into their chains, each hashed onto the one before it. */
export type Journal = { write(act: Act): void; chains(): ChainRecord[]; headOf(chainId: string): Head };

export function journal(): Journal {
  const chains = new Map<string, EventRecord[]>();
  let requests = 0;
  return {
    write({ details = {}, ...act }) {
      const events = chains.get(act.chainId) ?? [];
      requests += 1;
      const event = {
        ...act,
        sequence: events.length + 1,
        requestId: `request-${requests}`,
        details,
        previousHash: events.at(-1)?.hash ?? '0'.repeat(64),
        hash: '',
      };
      chains.set(act.chainId, [...events, { ...event, hash: hashOf(event) }]);
    },
    chains: () => [...chains].map(([chainId, events]) => ({ chainId, events })),
    headOf: (chainId) => {
      const last = chains.get(chainId)?.at(-1);
      return { chainId, sequence: last?.sequence ?? 0, hash: last?.hash ?? '' };
    },
  };
}
