import { Progress } from 'antd';
import { leavesOf } from '#domain/standards';
import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import type { QueueItem } from './queue.ts';

/** How many points the standard of a category has, in that cycle. */
function usePointCount({ cycleId, categoryId }: QueueItem): number | undefined {
  const { data: cycle } = useRead('/cycles/{cycleId}', { cycleId });
  const category = cycle?.categories.find((each) => each.categoryId === categoryId);
  const { data: standard } = useRead(
    '/standards/{standardId}/{standardVersion}',
    { standardId: category?.standardId ?? '', standardVersion: category?.standardVersion ?? 0 },
    { when: category !== undefined },
  );
  return standard && leavesOf(standard).length;
}

const begun: readonly QueueItem['status'][] = ['scoring', 'unlocked'];

/** How many points of a sheet are marked: 5/14. */
export function SheetProgress({ item }: { readonly item: QueueItem }) {
  const tell = useTell();
  const all = usePointCount(item);
  const isBegun = begun.includes(item.status);
  const { data: sheet } = useRead(
    '/assignments/{assignmentId}/sheet',
    { assignmentId: item.assignmentId },
    { when: isBegun },
  );
  if (all === undefined || (isBegun && !sheet)) return null;
  const marked = Object.values(sheet?.marks ?? {}).filter(({ score }) => score !== undefined).length;
  const done = item.status === 'submitted' ? all : marked;
  return (
    <span className="reviewer-progress">
      <Progress
        percent={(100 * done) / all}
        showInfo={false}
        size="small"
        aria-label={tell(reviewer.progressOf(item.organizationName))}
        {...(done === all && { status: 'success' as const })}
      />
      <span className="figures quiet">{tell(reviewer.points(done, all))}</span>
    </span>
  );
}
