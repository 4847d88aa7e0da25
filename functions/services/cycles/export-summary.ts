import type { z } from 'zod';
import type { Objection } from '#domain/objections';
import { holds } from '#domain/people';
import type { Publicity } from '#domain/publicity';
import type { Vote } from '#domain/selections';
import type { KeyOf } from '#store/keys';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { extensionsOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { standardAt } from '../standards/stored.ts';
import { CycleRef } from './announce.ts';
import { boardOf } from './tally.ts';

/** Both may hand a whole cycle on: the office that runs it, the supervisor who looks over it. */
export const mayExport = (ctx: Context): boolean => holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor');

const there = async <T>(ctx: Context, key: KeyOf<T> | undefined): Promise<T | null> =>
  (key && (await ctx.store.find(key))) ?? null;

/** All publicities of the cycle that were published, with their objections; who objected stays apart. */
async function publicitiesOf(ctx: Context, cycleId: string) {
  const published = await ctx.store.indexed<Publicity>({ index: 'lists', pk: lists.publicities() });
  return Promise.all(
    published
      .filter((publicity) => publicity.cycleId === cycleId)
      .map(async (publicity) => ({
        publicity,
        objections: await ctx.store.all<Objection>(keys.publicity(publicity.publicityId).pk, 'OBJECTION#'),
      })),
  );
}

/** Everything of a cycle but its applications, which are exported page by page. */
export async function exportSummary(ctx: Context, input: z.input<typeof CycleRef>) {
  allow(mayExport(ctx));
  const { cycleId } = parse(CycleRef, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const { resultId, listId, decisionId } = cycle;
  return {
    exportedAt: ctx.clock.now(),
    cycle,
    counts: await boardOf(ctx, cycleId),
    standards: await Promise.all(
      cycle.categories.map((category) => standardAt(ctx, category.standardId, category.standardVersion)),
    ),
    extensions: await extensionsOf(ctx, cycleId),
    result: await there(ctx, resultId === undefined ? undefined : keys.result(resultId)),
    votes: await ctx.store.all<Vote>(keys.vote(cycleId, '').pk),
    list: await there(ctx, listId === undefined ? undefined : keys.list(listId)),
    publicities: await publicitiesOf(ctx, cycleId),
    decision: await there(ctx, decisionId === undefined ? undefined : keys.decision(decisionId)),
    auditHead: await there(ctx, keys.auditHead(`cycle/${cycleId}`)),
  };
}
