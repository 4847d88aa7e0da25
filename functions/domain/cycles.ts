import * as z from 'zod';
import { PanelRule } from './composite.ts';
import { invalidField } from './errors.ts';
import { InstantText } from './instants.ts';
import { TieChain } from './ranking.ts';
import type { TransitionTable } from './transitions.ts';

export const cycleNatures = ['commendation', 'creation', 'attainment', 'promotion'] as const; // 表彰项目 / 创建示范 / 达标认定 / 宣传推介
export const reviewModes = ['panel', 'sampling', 'recommender-only'] as const;
export const cycleStatuses = [
  'draft',
  'announced',
  'accepting',
  'assessing',
  'reviewing',
  'ranking',
  'listing',
  'publicizing',
  'deciding',
  'naming',
  'concluded',
  'abandoned',
] as const;

/** Weights of the components in percent; they sum to 100 over the components that the review mode has. */
export const Weights = z.strictObject({
  documents: z.int().min(0).max(100),
  site: z.int().min(0).max(100),
  satisfaction: z.int().min(0).max(100),
});
export type Weights = z.infer<typeof Weights>;

const seats = z.int().min(0).max(100_000);

const QuotaArea = z.strictObject({
  recommender: z.string().optional(),
  areaId: z.string(),
  minimum: seats.optional(),
  maximum: seats.optional(),
});
export type CycleQuotaArea = z.infer<typeof QuotaArea>;

/**
 * Seats of a category. `byRecommender` divides them; `areas` keeps some for an area (minimum) or limits what it may
 * take (maximum), within one recommender's seats where they are divided.
 */
export const CategoryQuota = z.strictObject({
  total: seats,
  /** 差额 (default): the best take the seats. 等额: no more may be sent than there are seats. */
  mode: z.enum(['competitive', 'equal']).optional(),
  byRecommender: z.record(z.string(), seats).optional(),
  areas: z.array(QuotaArea).max(600).optional(),
});
export type CategoryQuota = z.infer<typeof CategoryQuota>;

/** Who may sit together on one panel. */
export const GroupRules = z.strictObject({
  onePerOrganization: z.boolean().optional(),
  /** How many of a panel at least come from outside of the district. */
  outsideExperts: z.int().min(0).max(5).optional(),
});
export type GroupRules = z.infer<typeof GroupRules>;

/** 示范 / 达标: a level of distinction and the line from which it is given, points as decimal text. */
const Tier = z.strictObject({ name: z.string().trim().min(1).max(20), line: z.string() });

/** How one category runs within a cycle. */
export const CycleCategory = z.strictObject({
  categoryId: z.string(),
  standardId: z.string(),
  standardVersion: z.int().min(1),
  reviewMode: z.enum(reviewModes),
  panelSize: z.int().min(1).max(15),
  /** Of a category with sampling: how many of a hundred applications are drawn for a panel. */
  samplePercent: z.int().min(1).max(100).optional(),
  /** The first-level indicator whose mean breaks ties; by default 工作成效. */
  tieIndicator: z.string().trim().min(1).max(100).optional(),
  weights: Weights,
  /** Pass line in points, a decimal text with at most two decimals. */
  passLine: z.string(),
  quota: CategoryQuota,
  /** From how many valid sheets there is a result and from how many the extremes are dropped; default 3 and 5. */
  panelRule: PanelRule.optional(),
  /** The declared tie chain; by default all criteria of domain.md §4 in their order. */
  tieChain: TieChain.optional(),
  /** Best first, each line at or above the pass line; none: there is only 达标. */
  tiers: z.array(Tier).min(1).max(5).optional(),
  /** Reviewers see a number instead of the applicant's name. */
  blind: z.boolean().optional(),
  /** Whether reviewers see the self-score while they mark; by default they do. */
  hideSelfScore: z.boolean().optional(),
  /** How much of a pair's fit is the reviewer's own preference, in percent; by default none. */
  preferencePercent: z.int().min(0).max(50).optional(),
  groupRules: GroupRules.optional(),
  /** When a panel's highest and lowest total lie further apart than this (points), a further reviewer arbitrates. */
  arbitrationThreshold: z.string().optional(),
  /** How many visit on site, none of them of the panel that judged the documents; absent: one agreed sheet is entered. */
  siteTeam: z.int().min(1).max(9).optional(),
});
export type CycleCategory = z.infer<typeof CycleCategory>;

export const approvalSteps = ['draft', 'check', 'approve', 'sign'] as const;
export type ApprovalStep = (typeof approvalSteps)[number];

/** Dates of a cycle, as instants of Asia/Shanghai. */
export const CycleWindows = z.strictObject({
  opensAt: InstantText,
  closesAt: InstantText,
  recommendBy: InstantText,
  checkBy: InstantText,
  assessBy: InstantText,
  reviewBy: InstantText,
  /** The day on which publicity is meant to begin; the calendar must know the years that it touches. */
  publicityOn: z.iso.date(),
});
export type CycleWindows = z.infer<typeof CycleWindows>;

export const PublicityRule = z.strictObject({
  days: z.int().min(1).max(60),
  unit: z.enum(['working', 'natural']),
  firstDay: z.enum(['excluded', 'included']),
  /** Working days after the window in which letters by postmark still count. */
  mailGrace: z.int().min(0).max(30),
});
export type PublicityRule = z.infer<typeof PublicityRule>;

/** What the office decides about a cycle before it is announced. */
export const CyclePlan = z.strictObject({
  title: z.string().trim().min(2).max(100),
  year: z.int().min(2000).max(2100),
  nature: z.enum(cycleNatures),
  /** The approval basis (批准依据); without it nothing may be published. */
  basis: z
    .strictObject({ title: z.string().trim().min(2).max(200), documentNumber: z.string().trim().min(2).max(60) })
    .optional(),
  /** 代字 of the issuing office, used in document and certificate numbers. */
  issuerCode: z.string().trim().min(1).max(20),
  issuer: z.string().trim().min(2).max(100),
  categories: z.array(CycleCategory).min(1).max(60),
  windows: CycleWindows,
  publicity: PublicityRule,
  correctionDays: z.int().min(1).max(60),
  approvalChain: z.array(z.enum(approvalSteps)).min(2).max(4),
  bonusCap: z.string(),
  substitution: z.boolean(),
  validYears: z.int().min(1).max(10),
  /** Reviewers keep away from applications of the street that they work or live in. */
  avoidSameArea: z.boolean().optional(),
  /** Reviewers keep away from units of the recommender that they work for. */
  avoidSameRecommender: z.boolean().optional(),
  /** Reviewers keep away from units with which they share a mail domain that is not a public provider's. */
  avoidSameMailDomain: z.boolean().optional(),
  /** For how many years after leaving a unit a reviewer keeps away from it; by default 3. */
  formerEmploymentYears: z.int().min(0).max(30).optional(),
  /** Only those who accepted the invitation to this cycle are drawn. */
  invitedOnly: z.boolean().optional(),
  /** What the draw maximizes: the sum of all fits, or first the fit of the worst-served application. */
  drawAim: z.enum(['sum', 'worst-served']).optional(),
  /** Seed of the draw of reviewers, told to everybody. */
  drawSeed: z.string().trim().min(1).max(100),
});
export type CyclePlan = z.infer<typeof CyclePlan>;

export const Cycle = CyclePlan.extend({
  cycleId: z.string(),
  status: z.enum(cycleStatuses),
  createdAt: z.string(),
  /** Why the office closed the window early, or gave the cycle up. */
  reasons: z
    .array(
      z.object({ act: z.enum(['window-closed', 'abandoned']), reason: z.string(), by: z.string(), at: z.string() }),
    )
    .optional(),
  /** Id of the frozen result, list, publicity and decision in force. */
  resultId: z.string().optional(),
  listId: z.string().optional(),
  publicityId: z.string().optional(),
  decisionId: z.string().optional(),
});
export type Cycle = z.infer<typeof Cycle>;

export const cycleTransitions = {
  announce: { from: ['draft'], to: 'announced' },
  openApplications: { from: ['announced'], to: 'accepting' },
  closeApplications: { from: ['accepting'], to: 'assessing' },
  startReview: { from: ['assessing'], to: 'reviewing' },
  closeRound: { from: ['reviewing'], to: 'ranking' },
  freezeResult: { from: ['ranking'], to: 'listing' },
  publicize: { from: ['listing'], to: 'publicizing' },
  concludePublicity: { from: ['publicizing'], to: 'deciding' },
  signDecision: { from: ['deciding'], to: 'naming' },
  conclude: { from: ['naming'], to: 'concluded' },
  abandon: {
    from: ['draft', 'announced', 'accepting', 'assessing', 'reviewing', 'ranking', 'listing'],
    to: 'abandoned',
  },
} as const satisfies TransitionTable<Cycle['status']>;

/** How a category runs within a cycle, or undefined when the cycle does not hold it. */
export const categoryOf = (cycle: Pick<Cycle, 'categories'>, categoryId: string): CycleCategory | undefined =>
  cycle.categories.find((category) => category.categoryId === categoryId);

/** @throws AwardError `InvalidInput` at `categoryId` when the cycle does not hold the category. */
export function categoryWithin(cycle: Pick<Cycle, 'categories'>, categoryId: string): CycleCategory {
  const category = categoryOf(cycle, categoryId);
  if (category) return category;
  throw invalidField('categoryId', 'UnknownCategory', '本批次没有这个类别。', 'The cycle has no such category.');
}
