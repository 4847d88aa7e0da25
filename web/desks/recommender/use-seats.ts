import type { Application } from '#domain/applications';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';

export type Cell = AnswerOf<'get', '/cycles/{cycleId}/recommendations'>['items'][number];

/** How many may still be sent; undefined where the quota is competitive and sets no limit. */
export const seatsLeft = ({ mode, seats, sent }: Cell): number | undefined =>
  mode === 'equal' ? Math.max(0, seats - sent) : undefined;

/** The seats that are left for this case's department, in words; nothing where none are counted. */
export function useSeats(
  { cycleId, categoryId, recommender }: Pick<Application, 'cycleId' | 'categoryId' | 'recommender'>,
  when: boolean,
): string | undefined {
  const tell = useTell();
  const cells = useRead('/cycles/{cycleId}/recommendations', { cycleId }, { when });
  const cell = cells.data?.items.find((each) => each.categoryId === categoryId && each.department === recommender);
  const left = cell && seatsLeft(cell);
  return cell && left !== undefined ? tell(cases.seatsLeft(left, cell.seats)) : undefined;
}
