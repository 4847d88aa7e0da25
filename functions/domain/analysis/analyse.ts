import type { PanelRule } from '../composite.ts';
import type { Hundredths } from '../marks.ts';
import { type Calibration, calibrationOf, ranksOf } from './calibration.ts';
import { type Design, designOf } from './design.ts';
import { type Disagreement, disagreements } from './disagreement.ts';
import { discordances, type Method } from './discordance.ts';
import { type Estimate, type Predictions, predict } from './predict.ts';
import { randomOf } from './random.ts';
import { drawsFor, type RankEstimate, rankEstimates } from './ranks.ts';
import { type Caution, type Fit, type Impediment, reml } from './reml.ts';
import { type Diagnosis, diagnose, type ReviewerFindings } from './reviewers.ts';
import { panelMean, type SelfScores, selfScoresOf, toFloat } from './self-scores.ts';
import {
  type AnalysedApplication,
  type Duplicates,
  duplicatesOf,
  type Revision,
  revisionsOf,
  type Uniform,
  uniformOf,
} from './sheets.ts';

/** One category of a cycle. */
export type AnalysisInput = {
  /** The same seed and sheets give the same analysis. */
  readonly seed: string;
  /** How many places there are. */
  readonly top: number;
  readonly panelRule: PanelRule;
  /** Full marks of the standard, in hundredths. */
  readonly fullMarks: Hundredths;
  readonly applications: readonly AnalysedApplication[];
};

export type ScoredApplication = {
  readonly applicationId: string;
  readonly sheets: number;
  /** By the rule: mean of the sheets and its rank among these means; null where there are too few sheets. */
  readonly panelMean: number | null;
  readonly panelRank: number | null;
  /** By the model. */
  readonly score: Estimate;
  readonly rank: RankEstimate;
};

export type ReviewerAnalysis = Omit<Diagnosis, 'reviewer'> & {
  readonly reviewerId: string;
  readonly leniency: Estimate;
};

export type Model = {
  readonly variances: Fit['variances'];
  readonly criterion: number;
  readonly cautions: readonly Caution[];
  readonly parts: number;
  /** Reviewers whose marks look random and whose sheets are therefore no part of scores, ranks and intervals here. */
  readonly leftOut: readonly string[];
  readonly draws: number;
  readonly scores: readonly ScoredApplication[];
  readonly reviewers: readonly ReviewerAnalysis[];
  readonly disagreements: readonly (Omit<Disagreement, 'application' | 'reviewer'> & {
    readonly applicationId: string;
    readonly reviewerId: string;
  })[];
  readonly calibration: Omit<Calibration, 'entering' | 'leaving'> & {
    readonly entering: readonly string[];
    readonly leaving: readonly string[];
    readonly discordance: Readonly<Record<Method, number>>;
  };
};

/** The analysis that the office sees beside the result. Nothing of it is the result or enters it. */
export type Analysis = {
  readonly isResult: false;
  readonly applications: number;
  readonly reviewers: number;
  readonly sheets: number;
  readonly model: Model | { readonly withheld: Impediment };
  readonly duplicates: readonly Duplicates[];
  readonly uniform: readonly Uniform[];
  readonly revisions: readonly Revision[];
  readonly selfScores: SelfScores;
};

const SEASONS = 20;
const SEASONS_OF_MANY = 3;
const MANY = 5000;

type Indexed = {
  readonly applications: readonly AnalysedApplication[];
  readonly reviewerIds: readonly string[];
  readonly design: Design;
};

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function indexed(applications: readonly AnalysedApplication[]): Indexed {
  const reviewerIds = [...new Set(applications.flatMap(({ sheets }) => sheets.map((sheet) => sheet.reviewerId)))].sort(
    byText,
  );
  const indexOf = new Map(reviewerIds.map((reviewerId, at) => [reviewerId, at]));
  const ratings = applications.flatMap(({ sheets }, application) =>
    sheets.map(({ reviewerId, total }) => ({
      application,
      reviewer: indexOf.get(reviewerId) ?? 0,
      score: total / 100,
    })),
  );
  return { applications, reviewerIds, design: designOf(ratings) };
}

/** Severities of those left out come from the fit of all sheets, where they have one. */
function leniencies(of: Predictions, all: Predictions, { consensus }: ReviewerFindings): (Estimate | undefined)[] {
  return consensus.trusted.map((trusted, j) => (trusted ? of : all).leniency[j]);
}

function modelOf({ applications, reviewerIds, design }: Indexed, fit: Fit, input: AnalysisInput): Model {
  const found = diagnose(design, fit);
  const consensus = found.consensus.fit;
  const predictions = predict(consensus);
  const leniency = leniencies(predictions, consensus === fit ? predictions : predict(fit), found);
  const draws = drawsFor(applications.length);
  const ranks = rankEstimates(consensus, input.top, randomOf(`${input.seed}/ranks`), draws);
  const means = applications.map((application) => {
    const mean = panelMean(application, input.panelRule);
    return mean === null ? null : toFloat(mean);
  });
  const panelRanks = ranksOf(means);
  const { entering, leaving, ...changes } = calibrationOf(
    means,
    predictions.scores.map(({ value }) => value),
    input.top,
  );
  const applicationId = (i: number): string => applications[i]?.applicationId ?? '';
  const reviewerId = (j: number): string => reviewerIds[j] ?? '';
  const none: Estimate = { value: 0, error: 0, low: 0, high: 0 };
  const seasons = applications.length > MANY ? SEASONS_OF_MANY : SEASONS;
  return {
    variances: consensus.variances,
    criterion: consensus.criterion,
    cautions: consensus.cautions,
    parts: consensus.parts,
    leftOut: reviewerIds.filter((_, j) => !found.consensus.trusted[j]),
    draws,
    scores: applications.map(({ sheets }, i) => ({
      applicationId: applicationId(i),
      sheets: sheets.length,
      panelMean: means[i] ?? null,
      panelRank: panelRanks[i] ?? null,
      score: predictions.scores[i] ?? none,
      rank: ranks[i] ?? { low: 1, high: applications.length, inTop: 0 },
    })),
    reviewers: found.diagnoses.map(({ reviewer, ...diagnosis }) => ({
      ...diagnosis,
      reviewerId: reviewerId(reviewer),
      leniency: leniency[reviewer] ?? none,
    })),
    disagreements: disagreements(design, fit, consensus.variances.noise).map(({ application, reviewer, ...rest }) => ({
      ...rest,
      applicationId: applicationId(application),
      reviewerId: reviewerId(reviewer),
    })),
    calibration: {
      ...changes,
      entering: entering.map(applicationId),
      leaving: leaving.map(applicationId),
      discordance: discordances(consensus, randomOf(`${input.seed}/seasons`), seasons),
    },
  };
}

/**
 * Analyses the sheets of one category: model, reviewers, disagreements, duplicates, changes, self-scores. In the order
 * of the application ids, so that the order in which they are read changes nothing.
 */
export function analyse(input: AnalysisInput): Analysis {
  const applications = input.applications
    .filter(({ sheets }) => sheets.length > 0)
    .toSorted((a, b) => byText(a.applicationId, b.applicationId));
  const known = indexed(applications);
  const fit = reml(known.design);
  return {
    isResult: false,
    applications: applications.length,
    reviewers: known.reviewerIds.length,
    sheets: known.design.ratings,
    model: typeof fit === 'string' ? { withheld: fit } : modelOf(known, fit, input),
    duplicates: duplicatesOf(applications, input.fullMarks),
    uniform: uniformOf(applications),
    revisions: revisionsOf(applications),
    selfScores: selfScoresOf(applications, input.panelRule),
  };
}
