import type { CyclePlan, CycleWindows } from './cycles.ts';
import { defaultIndicator } from './scored.ts';
import type { Standard } from './standards.ts';

/** What a new year decides anew. Without `windows` the dates are those of the earlier cycle, moved by whole years. */
export type NewYear = {
  readonly title: string;
  readonly year: number;
  readonly drawSeed: string;
  readonly windows?: CycleWindows | undefined;
};

/** One thing that is not as it was, in words where they say what to do about it. */
export type PlanChange = {
  readonly path: string;
  readonly before?: string | number;
  readonly after?: string | number;
  readonly zh?: string;
  readonly en?: string;
};

/** The same day and time some years later; 29 February becomes the 28th where there is none. */
function yearsLater(text: string, years: number): string {
  const year = Number(text.slice(0, 4)) + years;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const rest = text.slice(4);
  return `${year}${rest.startsWith('-02-29') && !isLeap ? `-02-28${rest.slice(6)}` : rest}`;
}

const movedWindows = (windows: CycleWindows, years: number): CycleWindows => ({
  opensAt: yearsLater(windows.opensAt, years),
  closesAt: yearsLater(windows.closesAt, years),
  recommendBy: yearsLater(windows.recommendBy, years),
  checkBy: yearsLater(windows.checkBy, years),
  assessBy: yearsLater(windows.assessBy, years),
  reviewBy: yearsLater(windows.reviewBy, years),
  publicityOn: yearsLater(windows.publicityOn, years),
});

const headChanges = (before: CyclePlan, after: CyclePlan): PlanChange[] =>
  (['title', 'year', 'drawSeed'] as const).flatMap((path) =>
    before[path] === after[path] ? [] : [{ path, before: before[path], after: after[path] }],
  );

// Safe: the fields of the windows are those of their schema.
const windowChanges = (before: CycleWindows, after: CycleWindows): PlanChange[] =>
  (Object.keys(after) as (keyof CycleWindows)[]).flatMap((name) =>
    before[name] === after[name] ? [] : [{ path: `windows.${name}`, before: before[name], after: after[name] }],
  );

const basisChange = ({ basis }: CyclePlan): PlanChange[] =>
  basis
    ? [
        {
          path: 'basis',
          before: basis.documentNumber,
          zh: '批准依据属于以往批次，未沿用，请填写本批次的依据文件及文号。',
          en: 'The approval basis belongs to the earlier cycle and was left out. Enter the document of this one.',
        },
      ]
    : [];

const lostIndicator = (path: string, name: string): PlanChange => ({
  path,
  before: name,
  zh: `新版标准没有一级指标「${name}」，请改选同分时比较的指标。`,
  en: `The standard has no first-level indicator "${name}" any more. Choose another one to break ties by.`,
});

/**
 * The plan of a new cycle after an earlier one: everything is taken over but what a new year decides anew, the
 * approval basis, and the standards, of which the latest published versions are pinned.
 * @param latest the latest published version of each standard; one that is not in it stays as it was.
 */
export function copyPlan(
  source: CyclePlan,
  { title, year, drawSeed, windows = movedWindows(source.windows, year - source.year) }: NewYear,
  latest: readonly Pick<Standard, 'standardId' | 'version' | 'indicators'>[],
): { plan: CyclePlan; changes: PlanChange[] } {
  const changes: PlanChange[] = [];
  const categories = source.categories.map((category, at) => {
    const standard = latest.find((each) => each.standardId === category.standardId);
    if (!standard || standard.version === category.standardVersion) return category;
    const path = `categories.${at}`;
    changes.push({ path: `${path}.standardVersion`, before: category.standardVersion, after: standard.version });
    const indicator = category.tieIndicator ?? defaultIndicator;
    if (!standard.indicators.some(({ name }) => name === indicator)) {
      changes.push(lostIndicator(`${path}.tieIndicator`, indicator));
    }
    return { ...category, standardVersion: standard.version };
  });
  const { basis: _, ...rest } = source;
  const plan = { ...rest, title, year, drawSeed, windows, categories };
  return {
    plan,
    changes: [
      ...headChanges(source, plan),
      ...basisChange(source),
      ...windowChanges(source.windows, windows),
      ...changes,
    ],
  };
}
