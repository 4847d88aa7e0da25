import * as z from 'zod';
import { ownAssignment } from '#domain/blinding';
import { millisOf } from '#domain/instants';
import { holds, personIdOf } from '#domain/people';
import type { Assignment } from '#domain/reviews';
import { keys, lists } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const ListQueueInput = z.strictObject({ cycleId: z.string().optional() });

const over = ['recused', 'reassigned'];

/** What a reviewer has to do and has done, what is due first in front; a queue is some hundreds at most. */
export async function listQueue(
  ctx: Context,
  input: z.input<typeof ListQueueInput>,
): Promise<{ items: Versioned<Assignment>[] }> {
  allow(holds(ctx.actor, 'reviewer'));
  const { cycleId } = parse(ListQueueInput, input);
  const own = await ctx.store.indexed<Assignment>({
    index: 'lists',
    pk: lists.queue(personIdOf(ctx.actor) ?? ''),
    ...(cycleId && { prefix: `${cycleId}#` }),
  });
  const cycleIds = [...new Set(own.map((assignment) => assignment.cycleId))];
  const cycles = new Map(
    (await ctx.store.getMany(cycleIds.map((id) => keys.cycle(id)))).map((cycle) => [cycle.cycleId, cycle]),
  );
  const items = own
    .filter((assignment) => !over.includes(assignment.status))
    .toSorted((a, b) => millisOf(a.dueAt) - millisOf(b.dueAt))
    .map((assignment) => ownAssignment(assignment, cycles.get(assignment.cycleId) ?? { categories: [] }));
  return { items };
}
