import * as z from 'zod';
import { type Application, isSent } from './applications.ts';

/** Beyond so many nobody puts anything in order by hand. */
export const mostPlaces = 1000;

/**
 * 推荐顺序: in which order a lead department recommends what applied in a category. It is one document, so that a place
 * is always one application's alone and the next follows it. Who leaves the process later leaves a gap, which closes
 * when the department puts them in order again.
 */
export const RecommendationOrder = z.object({
  cycleId: z.string(),
  categoryId: z.string(),
  department: z.string(),
  applicationIds: z.array(z.string()),
});
export type RecommendationOrder = z.infer<typeof RecommendationOrder>;

/** Whether an application has a place at all: it lies with the department, is being corrected, or was sent by it. */
export const mayBePlaced = (application: Pick<Application, 'status' | 'returned'>): boolean =>
  application.status === 'submitted' || application.status === 'returned' || isSent(application);

/**
 * The order after somebody put theirs in order: their places are filled anew, whoever is not named stays where they
 * are (a colleague of the department answers for other areas), and who had no place comes last.
 */
export function reordered(before: readonly string[], given: readonly string[]): string[] {
  const own = new Set(given);
  const next = [...given];
  return [...before.map((id) => (own.has(id) ? (next.shift() ?? id) : id)), ...next];
}
