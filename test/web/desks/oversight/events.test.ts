import { describe, expect, it } from 'vitest';
import { actorOf, detailsOf, fits, partsOf, type ShownEvent } from '#web/desks/oversight/events.ts';
import { oversight } from '#web/messages/oversight.ts';

const event: ShownEvent = {
  chainId: 'application/a-1',
  sequence: 2,
  at: '2026-03-02T08:00:00.000+08:00',
  action: 'application.returned',
  actor: { kind: 'person', id: 'demo-office' },
  requestId: 'r-1',
  details: { from: 'submitted', fields: ['profile', 'results'], oddity: 3 },
  previousHash: '',
  hash: '',
  zh: '退回修改',
  en: 'Returned for correction',
};

describe('an event of the audit', () => {
  it('is found by its act in either language, by who did it, by what it carries', () => {
    for (const words of ['退回', 'returned demo-office', 'A-1', 'oddity']) expect(fits(event, words)).toBe(true);
    expect(fits(event, '退回 nobody')).toBe(false);
    expect([fits(event, '吴芳'), fits(event, '退回 吴芳', '吴芳')]).toEqual([false, true]);
  });

  it('tells states in the reader’s language, and what it has no name for as it is', () => {
    expect(detailsOf(event, 'zh')).toEqual([
      { name: 'from', label: oversight.fields.from, value: '已提交' },
      { name: 'fields', label: undefined, value: 'profile、results' },
      { name: 'oddity', label: undefined, value: '3' },
    ]);
    expect(detailsOf(event, 'en')[0]?.value).toBe('submitted');
  });

  it('says of an assignment that the expert accepted it, of an application that it was taken in', () => {
    const accepted = { ...event, details: { status: 'accepted' } };
    expect(detailsOf(accepted, 'zh')[0]?.value).toBe('已受理');
    expect(detailsOf({ ...accepted, chainId: 'assignment/s-1' }, 'zh')[0]?.value).toBe('已接受');
  });

  it('names who acted, and its chain', () => {
    expect(actorOf(event)).toBe('demo-office');
    expect(actorOf({ ...event, actor: { kind: 'system', id: 'x' } })).toBe(oversight.system);
    expect(partsOf('gate/fault/cycle:x/1')).toEqual({ kind: oversight.kinds.gate, name: 'fault/cycle:x/1' });
    expect(partsOf('moon/1').kind).toBeUndefined();
  });
});
