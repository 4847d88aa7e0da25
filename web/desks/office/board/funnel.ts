import type { ApplicationStatus } from '#domain/applications';

/** How many stand in each status, category by category, as the API tells it. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The stages of a case in their order, each with the states that stand in it. Who left stands apart. */
export const stages = {
  draft: ['draft'],
  submitted: ['submitted', 'returned'],
  recommended: ['recommended'],
  accepted: ['accepted', 'self-assessing', 'supplementing'],
  assessed: ['self-assessed'],
  review: ['under-review'],
  scored: ['scored', 'not-selected'],
  selected: ['shortlisted', 'in-publicity'],
  cleared: ['cleared'],
  named: ['named'],
} as const satisfies Readonly<Record<string, readonly ApplicationStatus[]>>;

export type Stage = keyof typeof stages;

/** Whoever is out of the process. */
export const left: readonly ApplicationStatus[] = ['declined', 'rejected', 'removed', 'withdrawn', 'expired'];

// Safe: the keys are the stages, in the order in which they are written above.
export const stageNames = Object.keys(stages) as readonly Stage[];

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export const countOf = (counts: Counts, status: string, categoryId?: string): number =>
  categoryId === undefined
    ? sum(Object.values(counts).map((each) => each[status] ?? 0))
    : (counts[categoryId]?.[status] ?? 0);

export type FunnelStep = { readonly stage: Stage; readonly here: number; readonly reached: number };

/** How many stand in each stage, and how many of those still in the process came as far. */
export function funnelOf(counts: Counts): FunnelStep[] {
  const here = stageNames.map((stage) => sum(stages[stage].map((status) => countOf(counts, status))));
  return stageNames.map((stage, at) => ({ stage, here: here[at] ?? 0, reached: sum(here.slice(at)) }));
}

/** The states in which anybody stands, in the order of the process, those who left at the end. */
export function statusesIn(counts: Counts): string[] {
  const order: readonly string[] = [...stageNames.flatMap((stage) => stages[stage]), ...left];
  return order.filter((status) => countOf(counts, status) > 0);
}

export const totalOf = (counts: Counts, categoryId?: string): number =>
  categoryId === undefined
    ? sum(Object.values(counts).flatMap((each) => Object.values(each)))
    : sum(Object.values(counts[categoryId] ?? {}));
