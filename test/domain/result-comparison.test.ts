import { describe, expect, it } from 'vitest';
import { changesBetween, countChanges } from '#domain/result-comparison';
import type { ResultRow } from '#domain/selections';

const row = (applicationId: string, changes: Partial<ResultRow> = {}): ResultRow => ({
  ...{ resultId: 'r', applicationId, categoryId: 'c', areaId: 'a', organizationName: applicationId, recommender: '甲' },
  ...{ sheets: [], steps: [], composite: '92', shown: '92.00', passed: true, vetoed: false, rank: 1 },
  ...{ needsVote: false, selected: true, ...changes },
});

describe('two results side by side', () => {
  it('differ in what changed, row by row, and in nothing that only lies in another order', () => {
    const sheets = [{ assignmentId: 'x', total: 9200, kept: true }];
    const before = [row('a', { sheets }), row('b', { rank: 2 }), row('gone')];
    const after = [
      row('b', { rank: 1, resultId: 's' }),
      row('a', { sheets: [{ kept: true, total: 9200, assignmentId: 'x' }], resultId: 's' }),
      row('new', { selected: false, whyNot: 'no-seat' }),
    ];
    const changes = changesBetween(before, after);
    expect(changes.map(({ applicationId, changed }) => [applicationId, changed.includes('rank')])).toEqual([
      ['b', true],
      ['gone', true],
      ['new', true],
    ]);
    expect(changes.find(({ applicationId }) => applicationId === 'b')?.changed).toEqual(['rank']);
    expect(changes.find(({ applicationId }) => applicationId === 'new')?.before).toBeNull();
    expect(countChanges(changes)).toEqual({ entering: 0, leaving: 1, moving: 3, changed: 3 });
  });

  it('differ where the same total came about another way', () => {
    const step = (fraction: string) => ({ steps: [{ name: 'documents.sum', fraction, shown: '' }] });
    expect(changesBetween([row('a', step('276'))], [row('a', step('277'))])).toMatchObject([{ changed: ['steps'] }]);
  });
});
