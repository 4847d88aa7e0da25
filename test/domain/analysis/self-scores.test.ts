import { describe, expect, it } from 'vitest';
import { selfScoresOf } from '#domain/analysis/self-scores';

const rule = { minimumSheets: 3, trimFrom: 5 };
const application = (applicationId: string, selfScore: number | undefined, ...totals: readonly number[]) => ({
  applicationId,
  ...(selfScore !== undefined && { selfScore }),
  sheets: totals.map((total, at) => ({ reviewerId: `r${at}`, marks: {}, total, earlier: [] })),
});

describe('self-scores beside the panel’s', () => {
  it('are flagged beyond 10 points exactly, against the mean that the rule makes', () => {
    const { applications, mean, median } = selfScoresOf(
      [
        application('ten', 9010, 8010, 8010, 8010),
        // The panel's mean is 80.00⅓: the gap is 10.00⅔.
        application('more', 9001, 8000, 8000, 8001),
        application('trimmed', 9000, 1000, 9000, 9000, 9000, 9900),
        application('below', 7000, 8000, 8000, 8000),
        application('no panel', 9000, 8000, 8000),
        application('no self-score', undefined, 8000, 8000, 8000),
      ],
      rule,
    );
    expect(applications.map(({ applicationId, flagged }) => [applicationId, flagged])).toEqual([
      ['ten', false],
      ['more', true],
      ['trimmed', false],
      ['below', false],
    ]);
    expect(applications[2]).toMatchObject({ self: 90, panel: 90, gap: 0 });
    expect(mean).toBeCloseTo((10 + 10 + 2 / 300 + 0 - 10) / 4, 12);
    expect(median).toBeCloseTo(5, 12);
  });

  it('have no mean where nobody has both', () => {
    expect(selfScoresOf([application('alone', undefined, 8000, 8000, 8000)], rule)).toEqual({
      applications: [],
      mean: null,
      median: null,
    });
  });
});
