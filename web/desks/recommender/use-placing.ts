import { useQueryClient } from '@tanstack/react-query';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import type { NewOrder } from './order.ts';

/** Puts what a department recommends in order; where a colleague was faster, theirs is read so that one can go on. */
export function usePlacing(cycleId: string) {
  const client = useQueryClient();
  const { mutateAsync, error, isPending, reset } = useAct('put', '/cycles/{cycleId}/recommendations/order');
  const place = async (order: NewOrder): Promise<void> => {
    try {
      await mutateAsync({ cycleId, ...order });
    } catch (refused) {
      if (isProblem(refused, 'StaleVersion')) {
        await client.invalidateQueries({ queryKey: ['/cycles/{cycleId}/recommendations'] });
      }
      throw refused;
    }
  };
  return { place, error, isPending, reset };
}
