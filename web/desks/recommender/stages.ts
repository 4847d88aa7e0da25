import type { Cycle } from '#domain/cycles';

const stages: readonly Cycle['status'][] = ['announced', 'accepting', 'assessing'];

/** While something may still wait for a recommender. */
export const isRecommending = ({ status }: Pick<Cycle, 'status'>): boolean => stages.includes(status);
