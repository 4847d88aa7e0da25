import { describe, expect, it } from 'vitest';
import { GENESIS, sealed } from '#domain/audit';
import { canonical, type EventShape, flawOf } from '#examples/player/audit-chain';

const event = (sequence: number, previousHash: string) =>
  sealed({
    chainId: 'application/a',
    sequence,
    at: '2026-03-02T09:00:00.000+08:00',
    action: 'application.submitted',
    actor: { kind: 'person', id: 'p' },
    requestId: `request-${sequence}`,
    details: { submission: sequence, fields: ['b', 'a'] },
    previousHash,
  });

const first = event(1, GENESIS);
const chain: EventShape[] = [first, event(2, first.hash)];

describe('a chain of the audit, recomputed outside of the house', () => {
  it('holds as the house sealed it', () => {
    expect(flawOf(chain)).toBeUndefined();
  });

  it('covers the cycle where one is named', () => {
    const { hash: _, ...rest } = first;
    expect(flawOf([sealed({ ...rest, cycleId: 'c' })])).toBeUndefined();
    expect(flawOf([{ ...sealed({ ...rest, cycleId: 'c' }), cycleId: 'd' }])).toBe('event 1 was changed');
  });

  it('does not hold when an event was changed, cut out or put in another place', () => {
    const [one, two] = chain as [EventShape, EventShape];
    expect(flawOf([{ ...one, details: { submission: 9 } }, two])).toBe('event 1 was changed');
    expect(flawOf([one, { ...two, actor: { kind: 'person', id: 'q' } }])).toBe('event 2 was changed');
    expect(flawOf([two])).toBe('event 1 has the number 2');
    expect(flawOf([one, { ...two, previousHash: GENESIS }])).toBe('event 2 does not follow the one before it');
    expect(flawOf([])).toBe('it is empty');
  });

  it('writes one text for one value', () => {
    expect(canonical({ b: [1, { d: undefined, c: '值' }], a: true })).toBe('{"a":true,"b":[1,{"c":"值"}]}');
  });
});
