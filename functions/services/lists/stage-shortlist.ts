import * as z from 'zod';
import type { ApplicationStatus } from '#domain/applications';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';
import { allow, parse } from '../require.ts';
import { listedRows } from './rows.ts';

export const StageShortlistInput = z.strictObject({ cycleId: z.string() });

/** Where an application may stand that this step moves, or has moved when it ran before. */
const concerned: readonly ApplicationStatus[] = ['scored', 'shortlisted', 'not-selected'];

/** Writes down, for every scored application of a cycle, whether the checked list holds it. */
export async function stageShortlist(
  ctx: Context,
  input: z.input<typeof StageShortlistInput>,
): Promise<{ itemsKey: string }> {
  const { cycleId } = parse(StageShortlistInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  allow(cycle.listId !== undefined, 'WrongState', { state: cycle.status });
  const list = await ctx.store.get(keys.list(cycle.listId));
  allow(list.status === 'checked', 'WrongState', { state: list.status });
  const listed = new Set((await listedRows(ctx, list.listId)).map((row) => row.applicationId));
  const items = (await applicationsOf(ctx, cycleId))
    .filter((application) => concerned.includes(application.status))
    .map(({ applicationId }) => ({ applicationId, verb: listed.has(applicationId) ? 'shortlist' : 'passOver' }));
  const itemsKey = `work/${cycleId}/shortlist-${list.listId}.json`;
  await ctx.bucket.putText(itemsKey, JSON.stringify(items), 'application/json');
  return { itemsKey };
}
