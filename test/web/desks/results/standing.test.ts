import { describe, expect, it } from 'vitest';
import type { Row } from '#web/desks/results/arithmetic.ts';
import { openTies, seatOf, spreadOf, tieOf } from '#web/desks/results/standing.ts';
import { rowOf } from './row.ts';

const totals = [9200, 9200, 9200];
const rows: [Row, Row, Row, Row] = [
  rowOf({ id: 'a', totals: [9500, 9500, 9500], rest: { rank: 1, selected: true } }),
  rowOf({ id: 'b', totals, rest: { rank: 2, recommender: 'two', tieBrokenBy: 'site', selected: true } }),
  rowOf({ id: 'c', totals, rest: { rank: 3, tieBrokenBy: 'site', whyNot: 'no-seat' } }),
  rowOf({ id: 'd', totals: [9100, 9100, 9100], rest: { rank: 4, vetoed: true, whyNot: 'vetoed' } }),
];
const [first, second, third, vetoed] = rows;

describe('the seat of a row', () => {
  it('is sought within its recommender’s seats, among those who passed and are not vetoed', () => {
    const seat = seatOf(rows, third, { total: 3, byRecommender: { one: 1, two: 2 } });
    expect(seat).toMatchObject({ recommender: 'one', seats: 1, place: 2, selected: 1 });
    expect(seat.line.map(({ applicationId }) => applicationId)).toEqual(['a', 'c']);
  });

  it('is one pool where seats are not divided', () => {
    expect(seatOf(rows, second, { total: 2 })).toMatchObject({ seats: 2, place: 2 });
    expect(seatOf(rows, second, { total: 2 })).not.toHaveProperty('recommender');
  });

  it('has no place for the vetoed, and no seats for a recommender that the quota does not name', () => {
    expect(seatOf(rows, vetoed, { total: 3, byRecommender: { two: 3 } })).toMatchObject({ seats: 0 });
    expect(seatOf(rows, vetoed, { total: 3 })).not.toHaveProperty('place');
  });
});

describe('a tie', () => {
  it('is told down to the criterion that decided, with what each had there', () => {
    const tie = tieOf(rows, third);
    expect(tie?.isOpen).toBe(false);
    expect(tie?.rows.map(({ applicationId }) => applicationId)).toEqual(['b', 'c']);
    expect(tie?.steps.map(({ criterion }) => criterion)).toEqual(['composite', 'site']);
    expect(tie?.steps[1]?.values).toEqual([
      { name: 'site.score', fraction: '87', shown: '87.00' },
      { name: 'site.score', fraction: '87', shown: '87.00' },
    ]);
  });

  it('is open as long as a rank is shared, and then the whole chain is told', () => {
    const open = rows.map(({ tieBrokenBy: _, ...row }) => ({
      ...row,
      rank: row.applicationId === 'c' ? 2 : (row.rank ?? 0),
    }));
    const tie = tieOf(open, open[1] ?? first, ['composite', 'site', 'committee-vote']);
    expect(tie?.isOpen).toBe(true);
    expect(tie?.steps).toHaveLength(3);
  });

  it('is none where the composite stands alone', () => {
    expect(tieOf(rows, first)).toBeUndefined();
  });

  it('waits for the committee whole: all who share the rank', () => {
    const waiting = rows.map((row) => ({
      ...row,
      rank: row === third ? 2 : (row.rank ?? 0),
      needsVote: row === second,
    }));
    expect(openTies(waiting).map((tied) => tied.map(({ applicationId }) => applicationId))).toEqual([['b', 'c']]);
  });
});

describe('how far sheets lie apart', () => {
  it('is exact, and nothing of a single one', () => {
    expect(spreadOf(rowOf({ totals: [9250, 8800, 9001] }))).toBe('4.50');
    expect(spreadOf({ sheets: [] })).toBeUndefined();
  });
});
