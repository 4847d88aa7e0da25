import { describe, expect, it } from 'vitest';
import { concludedOf } from '#web/desks/publicity/concluded.ts';
import { sumsOf, tiesOf } from '#web/desks/publicity/list-summary.ts';

const row = (applicationId: string, categoryId: string, rank: number, needsVote = false) => ({
  ...{ applicationId, categoryId, rank, needsVote },
  organizationName: applicationId,
});

describe('the list in figures', () => {
  it('sums seats, entries and tiers by category, in the cycle’s order', () => {
    const categories = [
      { categoryId: 'community', passLine: '90', quota: { total: 3 } },
      { categoryId: 'enterprise', passLine: '85', quota: { total: 2 }, tiers: [{ name: '示范' }, { name: '达标' }] },
    ];
    const rows = [row('a', 'enterprise', 1), row('b', 'enterprise', 2), row('c', 'community', 1)];
    const tierOf = (id: string) => ({ a: '示范', b: '达标' })[id];
    expect(sumsOf(categories, rows, tierOf)).toEqual([
      { categoryId: 'community', seats: 3, listed: 1, passLine: '90', tiers: [] },
      {
        ...{ categoryId: 'enterprise', seats: 2, listed: 2, passLine: '85' },
        tiers: [
          { name: '示范', count: 1 },
          { name: '达标', count: 1 },
        ],
      },
    ]);
  });

  it('finds whole ties: all of one category and rank of whom any needs the vote', () => {
    const tied = [row('a', 'x', 2, true), row('b', 'x', 2), row('c', 'x', 3), row('d', 'y', 2)];
    expect(tiesOf(tied).map((tie) => tie.map(({ applicationId }) => applicationId))).toEqual([['a', 'b']]);
    expect(tiesOf([row('a', 'x', 1)])).toEqual([]);
  });
});

describe('the cycles whose publicity is over', () => {
  it('takes each once, by its latest notice', () => {
    const notice = (cycleId: string, status: string) => ({ cycleId, status, title: `${cycleId} ${status}` });
    const newestFirst = [
      notice('b', 'open'),
      notice('a', 'concluded'),
      notice('a', 'expired'),
      notice('b', 'concluded'),
    ];
    expect(concludedOf(newestFirst).map(({ cycleId }) => cycleId)).toEqual(['a']);
  });
});
