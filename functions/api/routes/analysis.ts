import * as z from 'zod';
import { methods } from '#domain/analysis/discordance';
import { GetAnalysisInput, getAnalysis } from '#services/analysis/get';
import { OwnConsistencyInput, ownConsistency } from '#services/analysis/own';
import { read } from '../route.ts';
import { listOf } from '../shapes.ts';

const tag = '评分分析 analysis';

/** Estimates in points are numbers; marks that were given are decimal text. */
const estimate = z.object({ value: z.number(), error: z.number(), low: z.number(), high: z.number() });
const known = z.number().nullable();
const text = z.string();
const interval = { value: z.number(), low: z.number(), high: z.number() };

const score = z.object({
  applicationId: text,
  sheets: z.int(),
  panelMean: known,
  panelRank: known,
  score: estimate,
  rank: z.object({ low: z.int(), high: z.int(), inTop: z.number() }),
});

const reviewer = z.object({
  reviewerId: text.describe('the number that stands for the reviewer'),
  sheets: z.int(),
  mean: z.number(),
  spread: known,
  slope: known,
  slopeError: known,
  noise: known,
  chance: known,
  randomLooking: z.boolean(),
  found: known,
  falseAlarm: known,
  leniency: estimate,
});

const model = z.object({
  variances: z.object({ application: z.number(), reviewer: z.number(), noise: z.number() }),
  criterion: z.number(),
  cautions: z.array(text),
  parts: z.int(),
  leftOut: z.array(text),
  draws: z.int(),
  scores: z.array(score),
  reviewers: z.array(reviewer),
  disagreements: z.array(
    z.object({ applicationId: text, reviewerId: text, range: z.number(), p: z.number(), off: z.number() }),
  ),
  calibration: z.object({
    compared: z.int(),
    moved: z.int(),
    furthest: z.int(),
    top: z.int(),
    entering: z.array(text),
    leaving: z.array(text),
    discordance: z.record(z.enum(methods), z.number()),
  }),
});

const selfScore = z.object({
  applicationId: text,
  self: z.number(),
  panel: z.number(),
  gap: z.number(),
  flagged: z.boolean(),
});

const revision = z.object({
  applicationId: text,
  reviewerId: text,
  from: text,
  to: text,
  points: z.array(z.object({ pointId: text, from: text.nullable(), to: text.nullable() })),
});

const analysis = z.object({
  isResult: z.literal(false),
  applications: z.int(),
  reviewers: z.int(),
  sheets: z.int(),
  model: z.union([model, z.object({ withheld: text })]),
  duplicates: z.array(z.object({ applicationId: text, reviewerIds: z.array(text), total: text })),
  uniform: z.array(z.object({ reviewerId: text, sheets: z.int(), alike: z.int(), total: text })),
  revisions: z.array(revision),
  selfScores: z.object({ applications: z.array(selfScore), mean: known, median: known }),
});

const pictures = z.object({
  severity: z.array(z.object({ reviewerId: text, randomLooking: z.boolean(), ...interval })),
  scores: z.array(z.object({ applicationId: text, panelMean: known, ...interval })),
  selfAgainstPanel: z.array(selfScore.omit({ gap: true })),
  histogram: z.array(z.object({ from: z.number(), to: z.number(), count: z.int() })),
});

const finding = z.object({
  kind: text,
  zh: text,
  en: text,
  applicationId: text.optional(),
  reviewerId: text.optional(),
});

const view = z.object({
  isResult: z.literal(false),
  label: z.object({ zh: text, en: text }),
  cycleId: text,
  categoryId: text,
  analysis,
  findings: z.array(finding),
  pictures,
  applications: z.array(z.object({ applicationId: text, organizationName: text })),
  reviewers: z.array(z.object({ number: text, reviewerId: text, name: text })).optional(),
});

const own = z.object({
  categoryId: text,
  assigned: z.int(),
  submitted: z.int(),
  mean: text.optional(),
  lowest: text.optional(),
  highest: text.optional(),
  deviation: text.optional(),
});

export const analysisRoutes = [
  read('/cycles/{cycleId}/analysis', {
    tag,
    zh: '评分分析（仅供参考，不是评审结果）',
    en: 'Analysis of the marks (for information only, not the result)',
    input: GetAnalysisInput,
    answer: view,
    run: getAnalysis,
  }),
  read('/cycles/{cycleId}/own-consistency', {
    tag,
    zh: '本人评分的份数、均值与离散程度',
    en: 'How many sheets of my own are in, their mean and spread',
    input: OwnConsistencyInput,
    answer: listOf(own),
    run: ownConsistency,
  }),
] as const;
