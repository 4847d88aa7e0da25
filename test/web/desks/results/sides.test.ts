import { describe, expect, it } from 'vitest';
import { type Change, type Outcome, sidesOf } from '#web/desks/results/sides.ts';

const standing = (rank: number | undefined, selected: boolean): NonNullable<Change['before']> => ({
  passed: true,
  vetoed: false,
  needsVote: false,
  selected,
  ...(rank !== undefined && { rank }),
});
const change = (id: string, before: [number | undefined, boolean], after: [number | undefined, boolean]): Change => ({
  applicationId: id,
  organizationName: id,
  before: standing(...before),
  after: standing(...after),
  changed: [],
});
const totals = { passed: 0, selected: 0, withoutResult: 0, needingVote: 0, tiers: {} };
const outcome = (entering: Change[], leaving: Change[], moving: Change[]): Outcome => ({
  categoryId: 'agency',
  applications: 4,
  sheetsLeftOut: 0,
  changedSinceFrozen: 0,
  before: totals,
  after: totals,
  counts: { entering: 0, leaving: 0, moving: 0, changed: 0 },
  ...{ entering, leaving, moving },
});

describe('the two sides of a what-if', () => {
  it('names everybody once, who enters and leaves before who only moves, each in the order that would be', () => {
    const [up, down] = [change('up', [5, false], [2, true]), change('down', [2, true], [5, false])];
    const moved = [change('last', [4, false], [6, false]), change('first', [3, true], [1, true])];
    expect(sidesOf(outcome([up], [down], [down, up, ...moved]))).toMatchObject([
      { kind: 'entering', places: 3, change: { applicationId: 'up' } },
      { kind: 'leaving', places: 3, change: { applicationId: 'down' } },
      { kind: 'up', places: 2, change: { applicationId: 'first' } },
      { kind: 'down', places: 2, change: { applicationId: 'last' } },
    ]);
  });

  it('keeps apart who would be ranked, or no longer', () => {
    expect(sidesOf(outcome([], [], [change('a', [3, false], [undefined, false])]))).toMatchObject([{ kind: 'ranked' }]);
  });
});
