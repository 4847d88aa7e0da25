import {
  type ComponentScores,
  type Composite,
  composite,
  type PanelMethod,
  type PanelScore,
  panelScore,
  passes,
} from './composite.ts';
import type { CycleCategory } from './cycles.ts';
import { AwardError, type FieldProblem } from './errors.ts';
import { divide, fromInteger, type Rational } from './exact.ts';
import { type Hundredths, markToRational, parseMark } from './marks.ts';
import type { Voted } from './ranking.ts';
import { compositeSteps, lineSteps, panelSteps, type Step, step } from './result-steps.ts';
import type { Adjustment } from './reviews.ts';
import type { ResultRow } from './selections.ts';
import { leavesOf, type MarksByPoint, type Standard } from './standards.ts';

/** All that decides about one application: what was entered and confirmed, nothing else. */
export type Reviewed = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly areaId: string;
  /** The area and all that it lies in. */
  readonly areaPath: readonly string[];
  readonly organizationName: string;
  readonly recommender: string;
  /** The valid sheets, one of each reviewer; absent where no panel reviews: then the recommendation decides. */
  readonly sheets?: readonly {
    readonly assignmentId: string;
    readonly reviewerId: string;
    readonly marks: MarksByPoint;
  }[];
  /** The one agreed sheet of a site visit, in hundredths. */
  readonly site?: Hundredths;
  /** The sheets of a site team instead, one of each member; without a score it is not in yet. */
  readonly visits?: readonly { readonly reviewerId: string; readonly score?: Hundredths }[];
  readonly satisfaction?: Hundredths;
  readonly adjustments: readonly Pick<Adjustment, 'kind' | 'points' | 'reason'>[];
  readonly vetoed: boolean;
  readonly namedBefore: boolean;
  /** The place that the committee's vote gave within a tie. */
  readonly voted: Voted | null;
};

export type ResultRule = {
  /** `panelRule` may be wider than a real cycle's only in a what-if. */
  readonly category: Omit<CycleCategory, 'panelRule'> & { readonly panelRule?: PanelMethod | undefined };
  readonly bonusCap: string;
  readonly standard: Standard;
};

export type Scored = {
  readonly of: Reviewed;
  readonly panel: PanelScore | undefined;
  readonly total: Rational | undefined;
  readonly site: Rational | null;
  readonly documents: Rational | null;
  readonly indicator: Rational | null;
  readonly passed: boolean;
  readonly tier: string | undefined;
  readonly sheets: ResultRow['sheets'];
  readonly steps: readonly Step[];
};

export const defaultIndicator = '工作成效';
const FEWEST_SHEETS = 3;
const TRIM_FROM = 5;
/** So many problems are told at once, no more: a list of 33,055 helps nobody. */
const MOST_TOLD = 200;
const marks100 = { min: 0, max: 10_000 };

/** A rule read once for all applications of its category. */
type Ready = {
  readonly rule: ResultRule;
  readonly panelRule: PanelMethod;
  readonly bonusCap: Hundredths;
  readonly passLine: Hundredths;
  readonly tiers: readonly { readonly name: string; readonly line: Hundredths }[];
  readonly lines: readonly Step[];
  readonly points: readonly string[];
  /** The points under the first-level indicator that breaks ties; null where the standard has no such indicator. */
  readonly indicatorPoints: readonly string[] | null;
};

/** From how many sheets there is a result, and from how many the extremes go (domain.md §4), unless the cycle says so. */
export const panelRuleOf = ({
  panelRule,
  panelSize,
}: Pick<ResultRule['category'], 'panelRule' | 'panelSize'>): PanelMethod =>
  panelRule ?? { minimumSheets: Math.min(FEWEST_SHEETS, panelSize), trimFrom: TRIM_FROM };

function ready(rule: ResultRule): Ready {
  const { category, standard } = rule;
  const name = category.tieIndicator ?? defaultIndicator;
  const indicator = standard.indicators.find((each) => each.name === name);
  const passLine = parseMark(category.passLine, marks100, 'passLine');
  const tiers = (category.tiers ?? []).map((tier, at) => ({
    name: tier.name,
    line: parseMark(tier.line, marks100, `tiers.${at}.line`),
  }));
  return {
    rule,
    panelRule: panelRuleOf(category),
    bonusCap: parseMark(rule.bonusCap, marks100, 'bonusCap'),
    ...{ passLine, tiers, lines: lineSteps(passLine, tiers) },
    points: leavesOf(standard).map(({ pointId }) => pointId),
    indicatorPoints: indicator
      ? leavesOf({ ...standard, indicators: [indicator] }).map(({ pointId }) => pointId)
      : null,
  };
}

/** Marks are whole hundredths, so that their sum is exact. */
const sumOf = (points: readonly string[], marks: MarksByPoint): Hundredths =>
  points.reduce((all, pointId) => all + (marks[pointId] ?? 0), 0);

const missing = (of: Reviewed, what: string, code: string, zh: string, en: string): FieldProblem => ({
  path: `applications.${of.applicationId}.${what}`,
  code,
  zh: `${of.organizationName}：${zh}`,
  en: `${of.organizationName}: ${en}`,
});

/** A blank is not a 0, and a visit that is not in is not left out of the mean: nothing is averaged over a subset. */
function missingOf(of: Reviewed, { rule, points, panelRule }: Ready): FieldProblem[] {
  const { sheets, visits } = of;
  if (!sheets) return [];
  const blanks = sheets.flatMap(({ assignmentId, marks }) =>
    points
      .filter((pointId) => !Object.hasOwn(marks, pointId))
      .map((pointId) =>
        missing(of, `sheets.${assignmentId}.${pointId}`, 'Blank', '评分表有空白项。', 'a mark of a sheet is blank.'),
      ),
  );
  if (sheets.length < panelRule.minimumSheets) return blanks;
  const { weights } = rule.category;
  const late = (visits ?? [])
    .filter(({ score }) => score === undefined)
    .map(({ reviewerId }) =>
      missing(
        of,
        `site.${reviewerId}`,
        'VisitMissing',
        '实地考察评分表未交齐。',
        'a sheet of the site visit is not in.',
      ),
    );
  const hasSite = visits ? visits.length > 0 : of.site !== undefined;
  return [
    ...blanks,
    ...late,
    ...(weights.site > 0 && !hasSite
      ? [missing(of, 'site', 'NoScore', '实地考察尚无得分。', 'the site visit has no score.')]
      : []),
    ...(weights.satisfaction > 0 && of.satisfaction === undefined
      ? [missing(of, 'satisfaction', 'NoScore', '满意度测评尚无得分。', 'the satisfaction survey has no score.')]
      : []),
  ];
}

type Site = { readonly score: Rational | null; readonly steps: readonly Step[] };

/** The agreed sheet, or the mean of all members' sheets. */
function siteOf({ site, visits }: Reviewed): Site {
  if (!visits) return { score: site === undefined ? null : markToRational(site), steps: [] };
  const visit = panelScore(
    visits.map(({ score }) => score ?? 0),
    { minimumSheets: 1, trimFrom: null },
  );
  return visit.method === 'none' ? { score: null, steps: [] } : { score: visit.mean, steps: panelSteps(visit, 'site') };
}

function compositeOf(of: Reviewed, documents: Rational, site: Rational | null, { rule, bonusCap }: Ready): Composite {
  const { weights } = rule.category;
  const scores: ComponentScores = {
    ...(weights.documents > 0 && { documents }),
    ...(weights.site > 0 && site && { site }),
    ...(weights.satisfaction > 0 && of.satisfaction !== undefined && { satisfaction: markToRational(of.satisfaction) }),
  };
  return composite(
    {
      scores,
      bonuses: of.adjustments.filter((each) => each.kind === 'bonus'),
      deductions: of.adjustments.filter((each) => each.kind === 'deduction'),
    },
    { weights, bonusCap },
  );
}

/** Mean of the tie-breaking indicator over the sheets that were kept. */
function indicatorMean(kept: readonly MarksByPoint[], { indicatorPoints }: Ready): Rational | null {
  if (!indicatorPoints) return null;
  const all = kept.reduce((sum, marks) => sum + sumOf(indicatorPoints, marks), 0);
  return divide(markToRational(all), fromInteger(kept.length));
}

function scoredOne(of: Reviewed, using: Ready): Scored {
  const { sheets } = of;
  const site = siteOf(of);
  const nothing = {
    ...{ of, total: undefined, site: site.score, documents: null, indicator: null, tier: undefined },
    ...{ sheets: [], steps: [] },
  };
  // By its composite where a panel reviewed it, by its recommendation where none does; without a result never.
  if (!sheets) return { ...nothing, panel: undefined, passed: true };
  const totals = sheets.map(({ marks }) => sumOf(using.points, marks));
  const { indicatorPoints } = using;
  const within = indicatorPoints ? sheets.map(({ marks }) => sumOf(indicatorPoints, marks)) : [];
  const panel = panelScore(totals, using.panelRule, within);
  const keeps = new Set(panel.method === 'none' ? [] : panel.kept);
  const counted = sheets.map(({ assignmentId }, at) => ({
    assignmentId,
    total: totals[at] ?? 0,
    kept: keeps.has(at),
  }));
  if (panel.method === 'none') return { ...nothing, panel, passed: false, sheets: counted };
  const result = compositeOf(of, panel.mean, site.score, using);
  const kept = sheets.filter((_, at) => keeps.has(at)).map(({ marks }) => marks);
  const indicator = indicatorMean(kept, using);
  const passed = passes(result.total, using.passLine);
  return {
    ...{ of, panel, total: result.total, site: site.score, documents: panel.mean, indicator, passed, sheets: counted },
    tier: passed ? using.tiers.find(({ line }) => passes(result.total, line))?.name : undefined,
    steps: [
      ...panelSteps(panel, 'documents'),
      ...site.steps,
      ...(indicator ? [step('indicator.mean', indicator)] : []),
      ...compositeSteps(result),
      ...using.lines,
    ],
  };
}

/**
 * The scores of a category's applications, exact, each with its steps, in the order given.
 * @throws AwardError `Incomplete`, naming each application of which a mark, a visit or a weighted score is missing.
 */
export function scoredBy(reviewed: readonly Reviewed[], rule: ResultRule): Scored[] {
  const using = ready(rule);
  const fields = reviewed.flatMap((of) => missingOf(of, using));
  if (fields.length > 0) throw new AwardError('Incomplete', { fields: fields.slice(0, MOST_TOLD) });
  return reviewed.map((of) => scoredOne(of, using));
}
