import type { ApplicationStatus } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { personIdOf } from '#domain/people';
import type { Publicity } from '#domain/publicity';
import { countByCategory, type ListRow, listRowOf, type ProposedList } from '#domain/selections';
import { listRows } from '#store/entities';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { listedRows } from '../lists/rows.ts';
import { reinstate } from '../objections/reinstate.ts';
import { promised } from './line.ts';

const stillListed: readonly ApplicationStatus[] = ['shortlisted', 'in-publicity'];

/**
 * The list after a material change: who still stands, under the name that is right now, and who came onto it. Its rows
 * are staged; whoever checks the supplementary notice checks it too.
 */
export async function stageSupplementaryList(ctx: Context, cycle: Cycle, before: Publicity): Promise<ProposedList> {
  const list = await ctx.store.get(keys.list(before.listId));
  const listId = ctx.ids.next('list');
  const rows = new Map<string, ListRow>();
  for (const row of await listedRows(ctx, before.listId)) rows.set(row.applicationId, { ...row, listId });
  const ids = await promised(ctx, before.publicityId);
  for (const id of ids) await reinstate(ctx, id);
  const added = await ctx.store.getMany(ids.map((id) => keys.application(id)));
  const results = await ctx.store.getMany(
    added.map((application) => keys.resultRow(list.resultId, application.categoryId, application.applicationId)),
  );
  for (const result of results) rows.set(result.applicationId, listRowOf(listId, result));
  const applications = await ctx.store.getMany([...rows.keys()].map((id) => keys.application(id)));
  const next = applications
    .filter((application) => stillListed.includes(application.status))
    .flatMap(({ applicationId, organizationName }) => {
      const row = rows.get(applicationId);
      return row ? [{ ...row, organizationName }] : [];
    });
  await ctx.store.stage(listRows, next);
  return {
    listId,
    cycleId: cycle.cycleId,
    resultId: list.resultId,
    status: 'drafted',
    draftedBy: personIdOf(ctx.actor) ?? '',
    draftedAt: ctx.clock.now(),
    exclusions: list.exclusions,
    countsByCategory: countByCategory(next),
    total: next.length,
    supersedes: list.listId,
  };
}
