import { describe, expect, it } from 'vitest';
import { type AuditEvent, brokenAt, GENESIS, sealed } from '#domain/audit';
import { wordsFor } from '#domain/audit-words';
import { recordOf, verifyChain } from '#web/desks/oversight/verify-chain.ts';

/** A chain as the API answers it: sealed by the domain, with words beside. */
function chainOf(length: number) {
  const events: (AuditEvent & { zh: string; en: string })[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const event = sealed({
      chainId: 'cycle/one',
      sequence,
      at: `2026-03-0${(sequence % 9) + 1}T08:00:00.000+08:00`,
      action: 'cycle.updated',
      actor: { kind: 'person', id: '经办' },
      requestId: `request-${sequence}`,
      ...(sequence % 2 === 0 && { cycleId: 'one' }),
      details: { count: sequence, names: ['甲', 'b'], isLast: sequence === length },
      previousHash: events.at(-1)?.hash ?? GENESIS,
    });
    events.push({ ...event, ...wordsFor(event.action) });
  }
  return events;
}

const changed = (events: ReturnType<typeof chainOf>, at: number, change: Partial<AuditEvent>) =>
  events.map((event, index) => (index === at - 1 ? { ...event, ...change } : event));

describe('a chain verified in the page', () => {
  it('is whole as the domain sealed it, and tells its progress', async () => {
    const seen: number[] = [];
    expect(await verifyChain(chainOf(120), ({ done }) => seen.push(done))).toEqual({ done: 120 });
    expect(seen).toEqual([50, 100]);
    expect(await verifyChain([])).toEqual({ done: 0 });
  });

  it('breaks at the record that was changed, as the domain says too', async () => {
    const events = changed(chainOf(9), 4, { details: { count: 5 } });
    expect(await verifyChain(events)).toEqual({ done: 4, brokenAt: 4, why: 'hash' });
    expect(brokenAt(events.map(({ zh: _zh, en: _en, ...event }) => event))).toBe(4);
  });

  it('breaks at the first record after one that was taken out, and where one was sealed anew', async () => {
    const whole = chainOf(6);
    expect(await verifyChain(whole.filter(({ sequence }) => sequence !== 3))).toMatchObject({
      brokenAt: 3,
      why: 'sequence',
    });
    const { hash: _, zh, en, ...third } = whole[2] ?? ({} as never);
    const forged = { ...sealed({ ...third, details: {} }), zh, en };
    expect(await verifyChain(whole.map((event) => (event.sequence === 3 ? forged : event)))).toMatchObject({
      brokenAt: 4,
      why: 'link',
    });
  });

  it('stops when nobody waits for it any more', async () => {
    const stop = new AbortController();
    const verified = await verifyChain(chainOf(200), () => stop.abort(), stop.signal);
    expect(verified).toEqual({ done: 50 });
  });

  it('finds a hash that stands on paper by its beginning, not by too little of it', () => {
    const events = chainOf(3);
    const second = events[1]?.hash ?? '';
    expect(recordOf(events, second)).toBe(2);
    expect(recordOf(events, ` ${second.slice(0, 4)} ${second.slice(4, 10).toUpperCase()}`)).toBe(2);
    expect(recordOf(events, second.slice(0, 7))).toBeUndefined();
    expect(recordOf(events, 'f'.repeat(20))).toBeUndefined();
  });
});
