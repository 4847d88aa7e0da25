import { describe, expect, it } from 'vitest';
import { decisionsOf, type SheetRow } from '#web/desks/recommender/decisions.ts';
import { desk } from '#web/messages/recommender.ts';

const { faults } = desk;
const queue = ['a', 'b', 'c'].map((id) => ({
  applicationId: id,
  organizationName: `unit ${id}`,
  categoryId: 'agency',
  recommender: '机关党工委',
  status: id === 'c' ? 'returned' : 'submitted',
}));
const head = ['申报编号', '单位', '顺序', '决定', '意见'];
const read = (rows: readonly SheetRow[], seats?: number) =>
  decisionsOf([head, ...rows], queue, () => (seats === undefined ? undefined : { pool: 'agency', seats }));
const faultsOf = (...rows: readonly SheetRow[]) => read(rows)?.map((decision) => decision.faults);

describe('a workbook of recommendations', () => {
  it('is read row by row, in the order that it gives', () => {
    expect(
      read([
        ['a', '', 2, '推荐', '很好'],
        ['b', '', 1, '推荐', ''],
      ]),
    ).toEqual([
      { row: 3, applicationId: 'b', unit: 'unit b', order: 1, verdict: 'recommend', opinion: '', faults: [] },
      { row: 2, applicationId: 'a', unit: 'unit a', order: 2, verdict: 'recommend', opinion: '很好', faults: [] },
    ]);
  });

  it('may have titles above its head, other columns, and English heads', () => {
    const rows = [['Recommendations 2026'], [], ['Unit', 'Decision', 'Number'], ['x', 'decline', 'a']];
    expect(decisionsOf(rows, queue, () => undefined)).toMatchObject([{ row: 4, verdict: 'decline', unit: 'unit a' }]);
    expect(decisionsOf([['something', 'else']], queue, () => undefined)).toBeUndefined();
  });

  it('decides nothing of a blank row, and of a blank decision', () => {
    expect(read([[], ['', '', '', '', ''], ['a', '', '', '', '']])).toMatchObject([{ row: 4, faults: [] }]);
    expect(read([['a']])?.[0]).not.toHaveProperty('verdict');
  });

  it('tells each row its own faults', () => {
    expect(faultsOf(['', '', '', '推荐', ''])).toEqual([[faults.noNumber]]);
    expect(faultsOf(['z', '', '', '推荐', ''])).toEqual([[faults.unknown]]);
    expect(faultsOf(['a', '', '', '也许', ''])).toEqual([[faults.badDecision]]);
    expect(faultsOf(['c', '', '', '推荐', ''])).toEqual([[faults.notWaiting]]);
    expect(faultsOf(['a', '', '', '不推荐', ''])).toEqual([[faults.noOpinion]]);
    expect(faultsOf(['a', '', '', '推荐', '字'.repeat(1001)])).toEqual([[faults.longOpinion]]);
    expect(faultsOf(['a', '', 1.5, '推荐', ''])).toEqual([[faults.badOrder]]);
    expect(faultsOf(['a', '', 1, '推荐', ''], ['b', '', 1, '推荐', ''])).toEqual([
      [faults.orderTwice],
      [faults.orderTwice],
    ]);
    expect(faultsOf(['a', '', '', '推荐', ''], ['a', '', '', '', ''])).toEqual([[faults.twice], [faults.twice]]);
  });

  it('counts the seats in the order of recommendation', () => {
    const rows = [
      ['a', '', 2, '推荐', ''],
      ['b', '', 1, '推荐', ''],
    ];
    expect(read(rows, 1)?.map(({ applicationId, faults: found }) => [applicationId, found])).toEqual([
      ['b', []],
      ['a', [faults.overQuota]],
    ]);
  });
});
