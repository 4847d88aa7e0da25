import type { Cycle } from '#domain/cycles';

/** Whether experts may say now what they would like to review: before the draw, where a category asks for it. */
export const takesWishes = ({ status, categories }: Pick<Cycle, 'status' | 'categories'>): boolean =>
  status === 'assessing' && categories.some(({ preferencePercent = 0 }) => preferencePercent > 0);
