import { describe, expect, it } from 'vitest';
import { conflictsOf } from '#domain/conflicts';

const reviewer = {
  organizationName: '示范(集团)公司',
  organizationCode: '11310105MB0000019K',
  areaIds: ['yunjin'],
  conflicts: [],
};
const unit = { organizationId: 'unit', organizationName: '别家公司', areaId: 'songling' };

describe('conflicts of interest', () => {
  it.each([
    ['nothing that binds them', {}, {}, []],
    ['the same credit code', { creditCode: '11310105MB0000019K' }, {}, ['same-organization']],
    ['another credit code', { creditCode: '51310105MJ0000018T' }, {}, []],
    ['the same name in other brackets and widths', { organizationName: '示范（集团）公司' }, {}, ['same-organization']],
    ['a name that only begins alike', { organizationName: '示范(集团)公司工会' }, {}, []],
    ['the same street, which by default does not bind', { areaId: 'yunjin' }, {}, []],
    ['the same street where the cycle says so', { areaId: 'yunjin' }, { avoidSameArea: true }, ['same-area']],
  ])('follow from %s', (_, changes, rules, sources) => {
    expect(conflictsOf(reviewer, { ...unit, ...changes }, rules).map(({ source }) => source)).toEqual(sources);
  });

  it('follow from what was declared or set about this unit, and only about this one', () => {
    const conflicts = [
      { organizationId: 'unit', source: 'declared' as const, reason: '亲属' },
      { organizationId: 'unit', source: 'keep-apart' as const, reason: '同一推荐人' },
      { organizationId: 'other', source: 'declared' as const, reason: '顾问' },
    ];
    expect(conflictsOf({ ...reviewer, conflicts }, unit)).toEqual([
      { source: 'declared', why: '亲属' },
      { source: 'keep-apart', why: '同一推荐人' },
    ]);
  });
});
