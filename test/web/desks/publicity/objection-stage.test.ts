import { describe, expect, it } from 'vitest';
import { actsOf, deadlineOf, effectsOf, stepOf } from '#web/desks/publicity/objection-stage.ts';

const online = { channel: 'online' } as const;

describe('an objection on the office’s desk', () => {
  it.each([
    ['received', ['admit', 'refuse', 'withdraw']],
    ['admitted', ['investigate', 'withdraw']],
    ['investigating', ['determine', 'withdraw']],
    ['dismissed', ['answer', 'withdraw']],
    ['answered', ['archive']],
    ['inadmissible', ['archive', 'exOfficio']],
    ['archived', []],
  ] as const)('%s takes %j', (status, acts) => {
    expect(actsOf({ ...online, status }, true)).toEqual(acts);
  });

  it('opens no case of its own once the publicity is over, and is withdrawn once while it is open, by who objected', () => {
    expect(actsOf({ ...online, status: 'inadmissible' }, false)).toEqual(['archive']);
    expect(actsOf({ ...online, status: 'received', withdrawnAt: 'then' }, true)).toEqual(['admit', 'refuse']);
    expect(actsOf({ channel: 'ex-officio', status: 'admitted' }, true)).toEqual(['investigate']);
  });

  it('has the deadline of the step that waits, and none when it is closed', () => {
    const dated = { ...online, admitBy: '1', investigateBy: '2', answerBy: '3' };
    const deadlines = (['received', 'admitted', 'investigating', 'upheld', 'answered', 'inadmissible'] as const).map(
      (status) => deadlineOf({ ...dated, status }),
    );
    expect(deadlines).toEqual(['1', '2', '2', '3', undefined, undefined]);
    expect([stepOf('received'), stepOf('partly-upheld'), stepOf('archived')]).toEqual([0, 3, 5]);
  });

  it('offers the effects that the verdict may have on the target', () => {
    const entry = { kind: 'entry', applicationId: 'a' } as const;
    expect(effectsOf(entry, 'uphold')).toEqual(['remove', 'amend']);
    expect(effectsOf(entry, 'upholdPartly')).toEqual(['none', 'remove', 'amend']);
    expect(effectsOf(entry, 'dismiss')).toEqual(['none']);
    expect(effectsOf({ kind: 'omission', name: '乙' }, 'uphold')).toEqual(['none', 'add']);
    expect(effectsOf({ kind: 'procedure' }, 'uphold')).toEqual(['none']);
  });
});
