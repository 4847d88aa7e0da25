import * as z from 'zod';
import { AwardError, type FieldProblem } from '#domain/errors';
import { personIdOf } from '#domain/people';
import { mayDraft } from '#domain/policies';
import { stands, type Veto } from '#domain/reviews';
import {
  countByCategory,
  exceededLimit,
  ListExclusion,
  listRowOf,
  mayBeListed,
  type ProposedList,
  type ResultRow,
} from '#domain/selections';
import { cycles, listRows, proposedLists } from '#store/entities';
import { keys } from '#store/keys';
import { create, save, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { categoriesOf } from '../reference.ts';
import { allow, parse, refuseFields } from '../require.ts';

export const DraftListInput = z.strictObject({
  cycleId: z.string(),
  exclusions: z.array(ListExclusion).max(200).default([]),
});

const notSelected = (at: number): FieldProblem => ({
  path: `exclusions.${at}.applicationId`,
  code: 'NotSelected',
  zh: '该申报不在结果选出的名单中。',
  en: 'The result did not select this application.',
});

const needsVote = (row: ResultRow): FieldProblem => ({
  path: `ties.${row.categoryId}.${row.applicationId}`,
  code: 'NeedsVote',
  zh: `「${row.organizationName}」与他人并列，需先由领导小组表决。`,
  en: 'It is tied across the cut; the committee must vote first.',
});

/** Those whom the result selected; whoever was vetoed after the result was frozen is not among them. */
async function selectedRows(ctx: Context, cycleId: string, resultId: string): Promise<ResultRow[]> {
  const rows = await ctx.store.all<ResultRow>(keys.result(resultId).pk, 'ROW');
  refuseFields(rows.filter((row) => row.needsVote).map(needsVote), 'Incomplete');
  const vetoes = await ctx.store.all<Veto>(keys.veto(cycleId, '', '').pk);
  const vetoed = new Set(vetoes.filter(stands).map(({ applicationId }) => applicationId));
  return rows.filter((row) => row.selected && mayBeListed(row) && !vetoed.has(row.applicationId));
}

/**
 * 拟命名名单: those whom the frozen result selected, less those whom the office leaves out with a reason. The rows are
 * staged and become true by the cycle's pointer; a draft that nobody checked yet is replaced by a new one.
 */
export async function draftList(ctx: Context, input: z.input<typeof DraftListInput>): Promise<ProposedList> {
  allow(mayDraft(ctx.actor));
  const { cycleId, exclusions } = parse(DraftListInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireNoStake(ctx, cycle);
  allow(cycle.status === 'listing' && cycle.resultId !== undefined, 'WrongState', { state: cycle.status });
  const before = cycle.listId ? await ctx.store.get(keys.list(cycle.listId)) : undefined;
  allow(before?.status !== 'checked', 'WrongState', { state: 'checked' });

  const selected = await selectedRows(ctx, cycleId, cycle.resultId);
  const ids = new Set(selected.map((row) => row.applicationId));
  refuseFields(exclusions.flatMap(({ applicationId }, at) => (ids.has(applicationId) ? [] : [notSelected(at)])));
  const left = new Set(exclusions.map(({ applicationId }) => applicationId));
  const listed = selected.filter((row) => !left.has(row.applicationId));
  const countsByCategory = countByCategory(listed);
  const limit = exceededLimit(cycle, countsByCategory, await categoriesOf(ctx));
  if (limit !== undefined) throw new AwardError('QuotaExceeded', { values: { limit } });

  const listId = ctx.ids.next('list');
  const list: ProposedList = {
    listId,
    cycleId,
    resultId: cycle.resultId,
    status: 'drafted',
    draftedBy: personIdOf(ctx.actor) ?? '',
    draftedAt: ctx.clock.now(),
    exclusions,
    countsByCategory,
    total: listed.length,
    ...(before && { supersedes: before.listId }),
  };
  await ctx.store.stage(
    listRows,
    listed.map((row) => listRowOf(listId, row)),
  );
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'list.drafted',
    cycleId,
    details: { listId, resultId: list.resultId, total: list.total, excluded: [...left] },
    writes: [
      create(proposedLists, list),
      save(cycles, { ...cycle, listId }),
      ...(before ? [unchanged(keys.list(before.listId), before.version)] : []),
    ],
    answer: list,
  });
}
