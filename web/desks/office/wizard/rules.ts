import type { CycleCategory, reviewModes } from '#domain/cycles';
import { type Criterion, criteria } from '#domain/ranking';

export type ReviewMode = (typeof reviewModes)[number];
type Weights = CycleCategory['weights'];

/** A figure that may be empty while it is typed. */
export type Figure = number | null;

/** How a category is reviewed and scored, as the form holds it. */
export type Rules = {
  readonly reviewMode: ReviewMode;
  readonly panelSize: Figure;
  readonly samplePercent: Figure;
  readonly weights: { readonly [component in keyof Weights]: Figure };
  readonly passLine: string;
  readonly minimumSheets: Figure;
  readonly trims: boolean;
  readonly trimFrom: Figure;
  /** What parts equals, between the composite and the committee's vote. */
  readonly ties: readonly Criterion[];
  readonly tiers: readonly { readonly name: string; readonly line: string }[];
  readonly blind: boolean;
  readonly hideSelfScore: boolean;
  readonly preferencePercent: Figure;
  readonly arbitrationThreshold: string;
  readonly siteTeam: Figure;
};

/** The criteria between the first and the last, which are fixed. */
export const choosableTies = criteria.slice(1, -1);

/** Weights that a review mode has by default: what it does not look at weighs nothing. */
export const weightsOf: Readonly<Record<ReviewMode, Weights>> = {
  panel: { documents: 60, site: 30, satisfaction: 10 },
  sampling: { documents: 70, site: 30, satisfaction: 0 },
  'recommender-only': { documents: 100, site: 0, satisfaction: 0 },
};

const SHEETS = 3;
const TRIM_FROM = 5;

export const blankRules: Rules = {
  reviewMode: 'panel',
  panelSize: 3,
  samplePercent: 20,
  weights: weightsOf.panel,
  passLine: '90',
  minimumSheets: SHEETS,
  trims: true,
  trimFrom: TRIM_FROM,
  ties: choosableTies,
  tiers: [],
  blind: false,
  hideSelfScore: false,
  preferencePercent: null,
  arbitrationThreshold: '',
  siteTeam: null,
};

/** The rules with another mode, and the weights that fit it. */
export const inMode = (rules: Rules, reviewMode: ReviewMode): Rules => ({
  ...rules,
  reviewMode,
  weights: weightsOf[reviewMode],
});

/** A field that is empty is absent; the schema then says that it is required, where it is. */
export const given = (value: Figure): number | undefined => value ?? undefined;

function panelRuleOf({ minimumSheets, trims, trimFrom }: Rules) {
  if (minimumSheets === SHEETS && trims && trimFrom === TRIM_FROM) return undefined;
  return { minimumSheets: given(minimumSheets), trimFrom: trims ? given(trimFrom) : null };
}

const isUsual = (ties: Rules['ties']): boolean => ties.join() === choosableTies.join();

/** What only a panel has. */
const panelOnly = (rules: Rules) => ({
  ...(rules.blind && { blind: true }),
  ...(rules.hideSelfScore && { hideSelfScore: true }),
  ...(rules.preferencePercent && { preferencePercent: rules.preferencePercent }),
  ...(rules.arbitrationThreshold.trim() !== '' && { arbitrationThreshold: rules.arbitrationThreshold.trim() }),
});

/** The rules in the words of the plan; what the review mode does not have is left out. */
export function rulesInput(rules: Rules): Readonly<Record<string, unknown>> {
  const { reviewMode, ties, tiers, weights } = rules;
  const panelRule = panelRuleOf(rules);
  return {
    reviewMode,
    panelSize: given(rules.panelSize),
    weights: {
      documents: given(weights.documents),
      site: given(weights.site),
      satisfaction: given(weights.satisfaction),
    },
    passLine: rules.passLine.trim(),
    ...(reviewMode === 'sampling' && { samplePercent: given(rules.samplePercent) }),
    ...(panelRule && { panelRule }),
    ...(!isUsual(ties) && { tieChain: ['composite', ...ties, 'committee-vote'] }),
    ...(tiers.length > 0 && { tiers }),
    ...(reviewMode !== 'recommender-only' && panelOnly(rules)),
    ...(rules.siteTeam && weights.site && { siteTeam: rules.siteTeam }),
  };
}

const isMiddle = (criterion: Criterion): boolean => criterion !== 'composite' && criterion !== 'committee-vote';

/** The rules that a category of a plan holds. */
export function rulesFrom(category: CycleCategory): Rules {
  const { panelRule, tieChain, samplePercent = blankRules.samplePercent } = category;
  return {
    reviewMode: category.reviewMode,
    panelSize: category.panelSize,
    samplePercent,
    weights: category.weights,
    passLine: category.passLine,
    minimumSheets: panelRule?.minimumSheets ?? SHEETS,
    trims: panelRule?.trimFrom !== null,
    trimFrom: panelRule?.trimFrom ?? TRIM_FROM,
    ties: tieChain ? tieChain.filter(isMiddle) : choosableTies,
    tiers: category.tiers ?? [],
    blind: category.blind ?? false,
    hideSelfScore: category.hideSelfScore ?? false,
    preferencePercent: category.preferencePercent ?? null,
    arbitrationThreshold: category.arbitrationThreshold ?? '',
    siteTeam: category.siteTeam ?? null,
  };
}
