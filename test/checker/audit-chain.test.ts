import { describe, expect, it } from 'vitest';
import { checkChain, checkHead, hashOf } from './audit-chain.ts';
import { journal } from './synthetic/journal.ts';

/** An event as a running system told it. */
const told = {
  chainId: 'person/demo-office',
  sequence: 1,
  at: '2026-02-26T09:00:00.192+08:00',
  action: 'person.enrolled',
  actor: { kind: 'person', id: 'demo-office' },
  requestId: 'box/first-start',
  details: { consentTextVersion: 'demo' },
  previousHash: '0000000000000000000000000000000000000000000000000000000000000000',
  hash: 'daa7a27228f56db5f36a39b19c2a3f359662aaaee65e2ec6e61d020094a7f42e',
};

function chainOfThree() {
  const log = journal();
  for (const action of ['first', 'second', 'third']) {
    log.write({ chainId: 'chain', at: '2026-03-02T09:00:00.000+08:00', action, actor: { kind: 'system', id: 'test' } });
  }
  const [chain = { chainId: 'chain', events: [] }] = log.chains();
  return { chain, head: log.headOf('chain') };
}

describe('a chain of the audit', () => {
  it('is hashed as the system hashes it, however its members are ordered', () => {
    expect(hashOf(told)).toBe(told.hash);
    expect(hashOf({ ...told, actor: { id: 'demo-office', kind: 'person' } })).toBe(told.hash);
  });

  it('holds when nothing was altered', () => {
    expect(checkChain(chainOfThree().chain)).toEqual([]);
  });

  it('does not hold when an event is taken out of its middle', () => {
    const { chain } = chainOfThree();
    const events = chain.events.filter(({ action }) => action !== 'second');
    expect(checkChain({ ...chain, events }).map(({ subject }) => subject)).toEqual(['chain #2', 'chain #2']);
  });

  it('must end where the export says', () => {
    const { chain, head } = chainOfThree();
    const short = { ...chain, events: chain.events.slice(0, -1) };
    expect(checkHead(new Map([['chain', chain]]), head)).toEqual([]);
    expect(checkHead(new Map([['chain', short]]), head)).toHaveLength(1);
  });
});
