import * as z from 'zod';

/** The lines of docs/dossier.md, read as strictly as they are described there. */
const hex = z.string().regex(/^[0-9a-f]{64}$/);
/** Points with exactly two decimals. */
const points = z.string().regex(/^\d{1,5}\.\d\d$/);
const fraction = z.string().regex(/^-?\d{1,200}(\/[1-9]\d{0,200})?$/);
const application = z.string().regex(/^A-\d{5,}$/);
const count = z.int().min(0);
const counts = z.record(z.string(), count);
const hidden = z.record(z.string(), z.unknown()).optional();
const date = z.iso.date();
const instant = z.iso.datetime({ offset: true });

const Point = z.looseObject({
  pointId: z.string(),
  name: z.string(),
  fullMarks: count,
  rule: z.looseObject({ kind: z.string() }),
});
const Second = z.looseObject({ indicatorId: z.string(), name: z.string(), fullMarks: count, children: z.array(Point) });
const First = z.looseObject({ indicatorId: z.string(), name: z.string(), fullMarks: count, children: z.array(Second) });

const line = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape, private: hidden });

export const criteria = ['composite', 'site', 'documents', 'indicator', 'never-named', 'committee-vote'] as const;

export const Head = line('dossier', {
  format: z.literal('xuechuang-dossier/1'),
  edition: z.enum(['public', 'full']),
  cycleId: z.string(),
  title: z.string(),
  year: z.int(),
  nature: z.string(),
  issuer: z.string(),
  basis: z.strictObject({ title: z.string(), documentNumber: z.string() }).optional(),
  bonusCap: points,
  drawSeed: z.string(),
  publicity: z.strictObject({
    days: z.int().min(1),
    unit: z.enum(['working', 'natural']),
    firstDay: z.enum(['excluded', 'included']),
    mailGrace: count,
  }),
  approvalChain: z.array(z.string()),
  madeAt: instant,
  result: z.strictObject({
    resultId: z.string(),
    hash: hex,
    computedAt: instant,
    rows: count,
    reason: z.string().optional(),
  }),
});

export const StandardLine = line('standard', {
  standardId: z.string(),
  version: z.int(),
  name: z.string(),
  label: z.string(),
  indicators: z.array(First),
  sha256: hex,
});

export const CategoryLine = line('category', {
  categoryId: z.string(),
  name: z.string(),
  standardId: z.string(),
  standardVersion: z.int(),
  standardSha256: hex,
  reviewMode: z.enum(['panel', 'sampling', 'recommender-only']),
  panelSize: count,
  samplePercent: z.int().min(1).max(100).optional(),
  weights: z.strictObject({ documents: count, site: count, satisfaction: count }),
  passLine: points,
  panelRule: z.strictObject({ minimumSheets: z.int().min(1), trimFrom: z.int().min(3).nullable() }),
  tieChain: z.array(z.enum(criteria)).min(1),
  tieIndicator: z.string(),
  tiers: z.array(z.strictObject({ name: z.string(), line: points })),
  quota: z.strictObject({
    total: count,
    mode: z.enum(['competitive', 'equal']),
    byRecommender: z.record(z.string(), count).optional(),
    areas: z.array(
      z.strictObject({
        recommender: z.string().optional(),
        areaId: z.string(),
        minimum: count.optional(),
        maximum: count.optional(),
      }),
    ),
  }),
  siteTeam: z.int().min(1).optional(),
  arbitrationThreshold: points.optional(),
  applications: count,
});

export const DrawLine = line('draw', {
  round: z.string(),
  number: z.int().min(1),
  algorithm: z.string(),
  seed: z.string(),
  applications: count,
  withPanel: count,
  reviewers: count,
  pairs: count,
  totalFit: count,
  drawnAt: instant,
  inputs: hex,
  panels: hex,
});

export const VoteLine = line('vote', { categoryId: z.string(), order: z.array(application).min(2), at: instant });

export const ApplicationLine = line('application', {
  application,
  categoryId: z.string(),
  areaPath: z.array(z.string()),
  recommender: z.string(),
  name: z.string().optional(),
  seats: count,
  siteSeats: count,
  namedBefore: z.boolean(),
  vetoes: z.array(z.string()),
  head: hex,
});

export const SheetLine = line('sheet', {
  application,
  seat: z.int().min(1),
  arbiter: z.boolean(),
  marks: z.record(z.string(), points),
  total: points,
  reviewer: hex,
});

export const EntryLine = line('entry', {
  application,
  what: z.enum(['site', 'satisfaction', 'bonus', 'deduction']),
  points,
  seat: z.int().min(1).optional(),
});

export const ResultLine = line('result', {
  application,
  steps: z.array(z.strictObject({ name: z.string(), fraction })),
  composite: fraction.optional(),
  shown: points.optional(),
  passed: z.boolean(),
  tier: z.string().optional(),
  rank: z.int().min(1).optional(),
  tieBrokenBy: z.enum(criteria).optional(),
  needsVote: z.boolean(),
  selected: z.boolean(),
  whyNot: z.enum(['vetoed', 'below-line', 'no-seat', 'no-result', 'tied']).optional(),
  substitute: z.int().min(1).optional(),
});

export const CellLine = line('cell', {
  categoryId: z.string(),
  recommender: z.string(),
  seats: count,
  selected: count,
  undecided: count,
  vacant: count,
});

export const ListLine = line('list', {
  listId: z.string(),
  total: count,
  countsByCategory: counts,
  exclusions: z.array(application),
  entries: z.array(application),
});

export const PublicityLine = line('publicity', {
  number: z.int().min(1),
  publicityKind: z.enum(['initial', 'supplementary']),
  publishedOn: date,
  firstDay: date,
  lastDay: date,
  total: count,
  countsByCategory: counts,
  outcome: z.enum(['clear', 'changed']).optional(),
  holidays: z.array(date),
  workdays: z.array(date),
});

export const ObjectionLine = line('objection', {
  publicity: z.int().min(1),
  number: z.int().min(1),
  target: z.enum(['entry', 'omission', 'procedure']),
  application: application.optional(),
  status: z.string(),
  effect: z.enum(['none', 'remove', 'amend', 'add']).optional(),
  receivedOn: date,
});

export const DecisionLine = line('decision', {
  documentNumber: z.string().optional(),
  title: z.string(),
  total: count,
  countsByCategory: counts,
  signedAt: instant.optional(),
  steps: z.array(z.string()),
});

export const NamedLine = line('named', {
  application,
  categoryId: z.string(),
  name: z.string(),
  certificateNumber: z.string().min(1),
});

export const HeadsLine = line('heads', { chains: count, root: hex });
export const SaltLine = line('salt', {});
export const DrawnLine = line('drawn', {
  round: z.string(),
  number: z.int().min(1),
  part: z.enum(['inputs', 'panels', 'certificate']),
  at: count,
});
export const EndLine = line('end', { counts });

export const AnyLine = z.discriminatedUnion('kind', [
  Head,
  StandardLine,
  CategoryLine,
  DrawLine,
  VoteLine,
  ApplicationLine,
  SheetLine,
  EntryLine,
  ResultLine,
  CellLine,
  ListLine,
  PublicityLine,
  ObjectionLine,
  DecisionLine,
  NamedLine,
  HeadsLine,
  SaltLine,
  DrawnLine,
  EndLine,
]);

export type Criterion = (typeof criteria)[number];
export type AnyLine = z.output<typeof AnyLine>;
export type Kind = AnyLine['kind'];
export type LineOf<K extends Kind> = Extract<AnyLine, { kind: K }>;
