import { useQueryClient } from '@tanstack/react-query';
import { ask } from '#web/api/client.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import type { QueueItem } from './queue.ts';

export const useAccept = (done?: () => void) =>
  useAct('post', '/assignments/{assignmentId}/accept', { ...(done && { done }) });

/** Accepts several at once, after the declaration that goes with it was read. */
export function useAcceptAll(done: () => void): (items: readonly QueueItem[]) => void {
  const tell = useTell();
  const consequence = useConsequence();
  const client = useQueryClient();
  return (items) =>
    void consequence({
      title: tell(reviewer.acceptAllTitle(items.length)),
      consequence: tell(reviewer.acceptAllText),
      verb: tell(reviewer.acceptAll(items.length)),
      act: async () => {
        try {
          for (const { assignmentId } of items)
            await ask('post', '/assignments/{assignmentId}/accept', { assignmentId });
          done();
        } finally {
          // Those before one that failed are accepted.
          await client.invalidateQueries({ queryKey: ['/assignments'] });
        }
      },
    });
}
