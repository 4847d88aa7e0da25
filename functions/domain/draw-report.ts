import { type Drawn, fitsOf } from './draw.ts';
import { type Barrier, barriers, type DrawProblem } from './draw-problem.ts';
import type { Coverage, Spread } from './draws.ts';

export type LoadReport = {
  readonly reviewerId: string;
  readonly name: string;
  readonly load: number;
  readonly least: number;
  readonly most: number;
};

export type PanelReport = {
  readonly applicationId: string;
  readonly name: string;
  readonly categoryId: string;
  /** Sum of the fits of its members, and how many of them are experts of some of its standard. */
  readonly fit: number;
  readonly matched: number;
};

/** What a draw comes to, for the desk: figures, and who has how much; not who reviews what. */
export type DrawReport = {
  readonly totalFit: number;
  readonly worstFit: number;
  readonly spread?: Spread;
  readonly loads: readonly LoadReport[];
  readonly coverage: readonly Coverage[];
  /** The worst served first. */
  readonly panels: readonly PanelReport[];
};

/** Whether a reviewer knows something of what the application is judged by. */
export type Knows = (applicationId: string, reviewerId: string) => boolean;

function coverageOf(panels: readonly PanelReport[]): Coverage[] {
  const categoryIds = [...new Set(panels.map(({ categoryId }) => categoryId))];
  return categoryIds.map((categoryId) => {
    const own = panels.filter((each) => each.categoryId === categoryId);
    const most = own.reduce((high, { matched }) => Math.max(high, matched), 0);
    const matched = Array.from({ length: most + 1 }, (_, count) => own.filter((each) => each.matched === count).length);
    return { categoryId, panels: own.length, matched };
  });
}

export function reportOf(drawn: Drawn, knows: Knows): DrawReport {
  const { problem, solution, spread } = drawn;
  const { members, offsets, total } = solution;
  const loads = new Int32Array(problem.reviewers.length);
  for (const column of members) loads[column] = (loads[column] as number) + 1;
  const fits = fitsOf(drawn);
  const panels = problem.applications.map(({ applicationId, name, categoryId }, row) => {
    const own = members.subarray(offsets[row], offsets[row + 1]);
    const matched = own.reduce(
      (count, column) => count + Number(knows(applicationId, problem.reviewers[column]?.reviewerId ?? '')),
      0,
    );
    return { applicationId, name, categoryId, fit: fits[row] as number, matched };
  });
  return {
    totalFit: total,
    worstFit: fits.reduce((low, fit) => Math.min(low, fit), fits[0] ?? 0),
    ...(spread && { spread }),
    loads: problem.reviewers.map(({ reviewerId, name, least, most }, column) => ({
      reviewerId,
      name,
      load: loads[column] as number,
      least,
      most,
    })),
    coverage: coverageOf(panels),
    panels: panels.toSorted((a, b) => a.fit - b.fit || a.matched - b.matched),
  };
}

/** How many pairs each barrier closes; a pair that several close counts for each. */
export function barrierCounts({ fit }: Pick<DrawProblem, 'fit'>): { source: Barrier; pairs: number }[] {
  const counts = new Map<number, number>();
  for (const value of fit) if (value < 0) counts.set(-value, (counts.get(-value) ?? 0) + 1);
  return barriers
    .map((source, at) => ({
      source,
      pairs: [...counts].reduce((sum, [set, pairs]) => sum + ((set & (1 << at)) === 0 ? 0 : pairs), 0),
    }))
    .filter(({ pairs }) => pairs > 0);
}
