import type { SeasonPlan } from '#examples/xicheng-2011/index';
import type { StandardRecord } from '../record.ts';
import { fullMarksByLaw } from '../standards-by-law.ts';

/** Which first-level indicator speaks of results, by category. */
const resultsAt: Readonly<Record<string, number>> = { enterprise: 2, agency: 4, community: 3 };

const [firstOfAgency = [], ...restOfAgency] = fullMarksByLaw['agency'] ?? [];

/** The agencies' standard; the societies' begins with a point of 6 that is yes or no. */
const borrowedBy = (categoryId: string) =>
  categoryId === 'society' ? [[6, 8, 6], ...restOfAgency] : [firstOfAgency, ...restOfAgency];

/** The published standards; the other categories borrow the agencies'. */
export const standardsFor = ({ cycle }: SeasonPlan): StandardRecord[] =>
  cycle.categories.map(({ categoryId, standardId, standardVersion }) => ({
    standardId,
    version: standardVersion,
    categoryId,
    indicators: (fullMarksByLaw[categoryId] ?? borrowedBy(categoryId)).map((points, at) => ({
      indicatorId: `${at + 1}`,
      name: at === (resultsAt[categoryId] ?? 4) ? '工作成效' : `指标 ${at + 1}`,
      points: points.map((marks, which) => ({ pointId: `${at + 1}.1.${which + 1}`, fullMarks: marks * 100 })),
    })),
  }));
