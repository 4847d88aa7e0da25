import type { SeasonPlan } from '#examples/xicheng-2011/index';
import type { StandardRecord } from '../record.ts';
import { fullMarksByLaw } from '../standards-by-law.ts';

/** Which first-level indicator speaks of results, by category. */
const resultsAt: Readonly<Record<string, number>> = { enterprise: 2, agency: 4, community: 3 };

/** The published standards; the other categories borrow the agencies'. */
export const standardsFor = ({ cycle }: SeasonPlan): StandardRecord[] =>
  cycle.categories.map(({ categoryId, standardId, standardVersion }) => ({
    standardId,
    version: standardVersion,
    categoryId,
    indicators: (fullMarksByLaw[categoryId] ?? fullMarksByLaw['agency'] ?? []).map((points, at) => ({
      indicatorId: `${at + 1}`,
      name: at === (resultsAt[categoryId] ?? 4) ? '工作成效' : `指标 ${at + 1}`,
      points: points.map((marks, which) => ({ pointId: `${at + 1}.1.${which + 1}`, fullMarks: marks * 100 })),
    })),
  }));
