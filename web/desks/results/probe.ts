import type { z } from 'zod';
import type { Cycle, CycleCategory } from '#domain/cycles';
import { EVERYBODY } from '#domain/quotas';
import { panelRuleOf } from '#domain/scored';
import type { WhatIf } from '#domain/what-if';

export type Method = 'trimmed' | 'mean' | 'median';

/** A category's settings as the form of the what-if has them. */
export type Settings = {
  readonly weights: CycleCategory['weights'];
  readonly method: Method;
  readonly trimFrom: number;
  readonly extremes: number;
  readonly minimumSheets: number;
  readonly passLine: string;
  readonly bonusCap: string;
  /** By recommender, or of everybody. */
  readonly seats: Readonly<Record<string, number>>;
  readonly leaveOut: readonly string[];
};

/** What the API is asked, but for the cycle. */
export type Question = z.input<typeof WhatIf>;
type Probe = Question['categories'][number];

/** Where trimming would begin if somebody chose it in a category that does not trim. */
const TRIM_FROM = 5;

export function settingsOf({ bonusCap }: Pick<Cycle, 'bonusCap'>, category: CycleCategory): Settings {
  const { minimumSheets, trimFrom } = panelRuleOf(category);
  return {
    weights: category.weights,
    method: trimFrom === null ? 'mean' : 'trimmed',
    trimFrom: trimFrom ?? TRIM_FROM,
    extremes: 1,
    minimumSheets,
    passLine: category.passLine,
    bonusCap,
    seats: category.quota.byRecommender ?? { [EVERYBODY]: category.quota.total },
    leaveOut: [],
  };
}

function panelOf(now: Settings, asked: Settings): Probe['panel'] {
  const minimum = asked.minimumSheets !== now.minimumSheets && { minimumSheets: asked.minimumSheets };
  if (asked.method === 'median') return { median: true, ...minimum };
  if (asked.method === 'mean') return { ...(now.method !== 'mean' && { trimFrom: null }), ...minimum };
  const isFrom = now.method !== 'trimmed' || asked.trimFrom !== now.trimFrom;
  return {
    ...(isFrom && { trimFrom: asked.trimFrom }),
    ...(asked.extremes !== 1 && { extremes: asked.extremes }),
    ...minimum,
  };
}

function quotaOf({ quota }: CycleCategory, { seats }: Settings): CycleCategory['quota'] {
  const total = Object.values(seats).reduce((all, some) => all + some, 0);
  return quota.byRecommender
    ? { ...quota, byRecommender: { ...seats }, total: Math.max(quota.total, total) }
    : { ...quota, total };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The question that the changed settings ask: only what differs from those in force; none where nothing does. */
export function questionOf(
  cycle: Pick<Cycle, 'bonusCap'>,
  category: CycleCategory,
  asked: Settings,
): Question | undefined {
  const now = settingsOf(cycle, category);
  const panel = panelOf(now, asked);
  const probe = {
    ...(!isSame(asked.weights, now.weights) && { weights: asked.weights }),
    ...(asked.passLine !== now.passLine && { passLine: asked.passLine }),
    ...(!isSame(asked.seats, now.seats) && { quota: quotaOf(category, asked) }),
    ...(Object.keys(panel ?? {}).length > 0 && { panel }),
  };
  const beside = {
    ...(asked.bonusCap !== now.bonusCap && { bonusCap: asked.bonusCap }),
    ...(asked.leaveOut.length > 0 && { leaveOut: [...asked.leaveOut] }),
  };
  if (Object.keys(probe).length === 0 && Object.keys(beside).length === 0) return undefined;
  return { ...beside, categories: [{ categoryId: category.categoryId, ...probe }] };
}
