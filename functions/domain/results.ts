import {
  type ComponentScores,
  type Composite,
  composite,
  opened,
  type PanelScore,
  panelScore,
  passes,
} from './composite.ts';
import type { CycleCategory } from './cycles.ts';
import { divide, fromInteger, type Rational, sum, toFraction } from './exact.ts';
import { type Hundredths, markToRational, parseMark } from './marks.ts';
import { allocate, type Candidate, QuotaPlan } from './quotas.ts';
import { criteria, rank } from './ranking.ts';
import { compositeSteps, panelSteps, type Step, step } from './result-steps.ts';
import type { Adjustment } from './reviews.ts';
import type { ResultRow } from './selections.ts';
import { firstLevelTotals, type MarksByPoint, type Standard, sheetTotal } from './standards.ts';

/** All that decides about one application: what was entered and confirmed, nothing else. */
export type Reviewed = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly areaId: string;
  readonly organizationName: string;
  readonly recommender: string;
  /** The valid sheets, one of each reviewer; absent where no panel reviews: then the recommendation decides. */
  readonly sheets?: readonly { readonly assignmentId: string; readonly marks: MarksByPoint }[];
  /** In hundredths. */
  readonly site?: Hundredths;
  readonly satisfaction?: Hundredths;
  readonly adjustments: readonly Pick<Adjustment, 'kind' | 'points' | 'reason'>[];
  readonly vetoed: boolean;
  readonly namedBefore: boolean;
  /** The place that the committee's vote gave within a tie. */
  readonly votedPlace: number | null;
};

export type ResultRule = { readonly category: CycleCategory; readonly bonusCap: string; readonly standard: Standard };

type Row = Omit<ResultRow, 'resultId'>;
type Scored = {
  readonly of: Reviewed;
  readonly panel: PanelScore | undefined;
  readonly total: Rational | undefined;
  readonly documents: Rational | null;
  readonly indicator: Rational | null;
  readonly sheets: Row['sheets'];
  readonly steps: readonly Step[];
};

const DEFAULT_INDICATOR = '工作成效';
const FEWEST_SHEETS = 3;

/** One pool of seats for all recommenders, where the quota is not divided among them. */
const EVERYBODY = '*';

/** Mean of the tie-breaking indicator over the sheets that were kept. */
function indicatorMean({ category, standard }: ResultRule, marks: readonly MarksByPoint[]): Rational | null {
  const name = category.tieIndicator ?? DEFAULT_INDICATOR;
  const values = marks.flatMap((each) => firstLevelTotals(standard, each).filter((total) => total.name === name));
  if (values.length !== marks.length || marks.length === 0) return null;
  return divide(sum(values.map((value) => markToRational(value.marks))), fromInteger(values.length));
}

function compositeOf(of: Reviewed, documents: Rational, { category, bonusCap }: ResultRule): Composite {
  const { weights } = category;
  const given = {
    documents,
    ...(of.site !== undefined && { site: markToRational(of.site) }),
    ...(of.satisfaction !== undefined && { satisfaction: markToRational(of.satisfaction) }),
  };
  const weighted = Object.fromEntries(
    Object.entries(given).filter(([name]) => weights[name as keyof typeof weights] > 0),
  );
  return composite(
    {
      // Safe: the entries are those of `given`, fewer at most.
      scores: weighted as ComponentScores,
      bonuses: of.adjustments.filter((each) => each.kind === 'bonus'),
      deductions: of.adjustments.filter((each) => each.kind === 'deduction'),
    },
    { weights, bonusCap: parseMark(bonusCap, { min: 0, max: 10_000 }, 'bonusCap') },
  );
}

function scored(of: Reviewed, rule: ResultRule): Scored {
  const { sheets } = of;
  const nothing = { of, total: undefined, documents: null, indicator: null, sheets: [], steps: [] };
  if (!sheets) return { ...nothing, panel: undefined };
  const totals = sheets.map((sheet) => sheetTotal(rule.standard, sheet.marks));
  const panel = panelScore(totals, {
    minimumSheets: Math.min(FEWEST_SHEETS, rule.category.panelSize),
    trimFrom: 5,
  });
  const counted = sheets.map(({ assignmentId }, at) => ({
    assignmentId,
    total: totals[at] ?? 0,
    kept: panel.method !== 'none' && panel.kept.includes(at),
  }));
  if (panel.method === 'none') return { ...nothing, panel, sheets: counted };
  const result = compositeOf(of, panel.mean, rule);
  const kept = sheets.filter((_, at) => panel.kept.includes(at)).map((sheet) => sheet.marks);
  const indicator = indicatorMean(rule, kept);
  return {
    of,
    panel,
    total: result.total,
    documents: panel.mean,
    indicator,
    sheets: counted,
    steps: [...panelSteps(panel), ...(indicator ? [step('indicator.mean', indicator)] : []), ...compositeSteps(result)],
  };
}

/** By its composite where a panel reviewed it, by its recommendation where none does; without a result never. */
function passesLine({ panel, total }: Scored, { category }: ResultRule): boolean {
  if (!panel) return true;
  return total !== undefined && passes(total, parseMark(category.passLine, { min: 0, max: 10_000 }, 'passLine'));
}

type Place = { readonly rank: number; readonly tieBrokenBy?: string };

/**
 * Ranks within the category. Where all are reviewed by panels the declared chain decides; where the recommendation
 * decides about some, a score of others says nothing about them: all share the first rank, but for a vote.
 */
function places(all: readonly Scored[], { category }: ResultRule): Map<string, Place> {
  const chained = category.reviewMode === 'panel';
  const contenders = all
    .filter(({ panel, total }) => !panel || total !== undefined)
    .map(({ of, total, documents, indicator }) => ({
      id: of.applicationId,
      composite: (chained && total) || fromInteger(0),
      site: chained && of.site !== undefined ? markToRational(of.site) : null,
      documents: chained ? documents : null,
      indicator: chained ? indicator : null,
      namedBefore: chained && of.namedBefore,
      votedPlace: of.votedPlace,
    }));
  return new Map(
    rank(contenders, criteria).map(({ id, rank: place, decidedBy }) => [
      id,
      { rank: place, ...(decidedBy && decidedBy !== 'composite' && { tieBrokenBy: decidedBy }) },
    ]),
  );
}

function quotaOf({ categoryId, quota }: CycleCategory): QuotaPlan {
  const cells = quota.byRecommender
    ? Object.entries(quota.byRecommender).map(([recommender, seats]) => ({ category: categoryId, recommender, seats }))
    : [{ category: categoryId, recommender: EVERYBODY, seats: quota.total }];
  return QuotaPlan.parse({ total: quota.total, mode: 'competitive', cells });
}

/**
 * The results of one category: composites, ranks and seats, with every step as an exact fraction. In the order of the
 * application ids, so that the rows of the same inputs are the same.
 * @throws AwardError `Incomplete` when a weighted component has no score.
 */
export function resultsOf(reviewed: readonly Reviewed[], rule: ResultRule): Row[] {
  const { category } = rule;
  const all = reviewed.toSorted((a, b) => (a.applicationId < b.applicationId ? -1 : 1)).map((of) => scored(of, rule));
  const place = places(all, rule);
  const candidates: Candidate[] = all.map((each) => ({
    id: each.of.applicationId,
    category: category.categoryId,
    recommender: category.quota.byRecommender ? each.of.recommender : EVERYBODY,
    area: each.of.areaId,
    rank: place.get(each.of.applicationId)?.rank ?? Number.MAX_SAFE_INTEGER,
    passes: passesLine(each, rule),
    vetoed: each.of.vetoed,
  }));
  const allocations = allocate(quotaOf(category), candidates);
  const selected = new Set(allocations.flatMap((allocation) => allocation.selected));
  const tied = new Set(allocations.flatMap((allocation) => allocation.undecided.flatMap(({ ids }) => ids)));
  const whyNot = (each: Scored, passed: boolean): Row['whyNot'] => {
    if (each.of.vetoed) return 'vetoed';
    if (each.panel?.method === 'none') return 'no-result';
    if (!passed) return 'below-line';
    return tied.has(each.of.applicationId) ? 'tied' : 'no-seat';
  };
  return all.map((each, at) => {
    const { applicationId, categoryId, areaId, organizationName, recommender, vetoed } = each.of;
    const passed = candidates[at]?.passes ?? false;
    const isSelected = selected.has(applicationId);
    return {
      applicationId,
      categoryId,
      areaId,
      organizationName,
      recommender,
      sheets: each.sheets,
      steps: [...each.steps],
      ...(each.total && { composite: toFraction(each.total), shown: opened(each.total).shown }),
      passed,
      vetoed,
      ...place.get(applicationId),
      needsVote: tied.has(applicationId),
      selected: isSelected,
      ...(!isSelected && { whyNot: whyNot(each, passed) }),
    };
  });
}
