import * as z from 'zod';
import { type Cycle, cycleTransitions } from '#domain/cycles';
import { personIdOf } from '#domain/people';
import { mayDraft } from '#domain/policies';
import { NoticeText, type Publicity } from '#domain/publicity';
import type { ProposedList } from '#domain/selections';
import { next } from '#domain/transitions';
import { cycles, proposedLists, publicities } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';
import { stageSupplementaryList } from './supplementary.ts';
import { windowFromNow } from './window.ts';

export const DraftPublicityInput = z.strictObject({ cycleId: z.string(), notice: NoticeText });

type Basis = {
  readonly list: ProposedList;
  readonly number: number;
  readonly before?: Publicity;
  readonly writes: readonly Write[];
};

/** What is to be published: the checked list, or after a material change the list as it stands now. */
async function basisOf(ctx: Context, cycle: Versioned<Cycle>): Promise<Basis> {
  if (cycle.status === 'listing') {
    allow(cycle.listId !== undefined, 'WrongState', { state: cycle.status });
    const list = await ctx.store.get(keys.list(cycle.listId));
    allow(list.status === 'checked', 'WrongState', { state: list.status });
    return { list, number: 1, writes: [] };
  }
  allow(cycle.status === 'publicizing' && cycle.publicityId !== undefined, 'WrongState', { state: cycle.status });
  const before = await ctx.store.get(keys.publicity(cycle.publicityId));
  allow(before.status === 'concluded' && before.outcome === 'changed', 'WrongState', { state: before.status });
  const list = await stageSupplementaryList(ctx, cycle, before);
  return { list, number: before.number + 1, before, writes: [create(proposedLists, list)] };
}

/**
 * The office drafts the notice (公示通知). Without an approval basis nothing is published, and neither is anything whose
 * window the loaded calendar cannot count.
 */
export async function draftPublicity(ctx: Context, input: z.input<typeof DraftPublicityInput>): Promise<Publicity> {
  allow(mayDraft(ctx.actor));
  const { cycleId, notice } = parse(DraftPublicityInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireNoStake(ctx, cycle);
  allow(cycle.basis !== undefined, 'NoBasis');
  await windowFromNow(ctx, cycle.publicity);
  const { list, number, before, writes } = await basisOf(ctx, cycle);
  const publicityId = ctx.ids.next('publicity');
  const publicity: Publicity = {
    publicityId,
    cycleId,
    listId: list.listId,
    number,
    kind: number === 1 ? 'initial' : 'supplementary',
    status: 'drafted',
    notice,
    countsByCategory: list.countsByCategory,
    total: list.total,
    draftedBy: personIdOf(ctx.actor) ?? '',
    editedBy: [],
    openObjections: 0,
    materialChange: false,
    ...(before && { supersedes: before.publicityId }),
  };
  const status = number === 1 ? next(cycleTransitions, 'publicize', cycle.status) : cycle.status;
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'publicity.drafted',
    cycleId,
    details: { publicityId, listId: list.listId, number, total: list.total },
    writes: [
      ...writes,
      create(publicities, publicity),
      save(cycles, { ...cycle, status, publicityId, listId: list.listId }),
    ],
    decides: [
      {
        kind: 'notice',
        subjectId: cycleId,
        round: number,
        outcome: { decision: 'drafted', publicityId, round: number + 1 },
      },
    ],
    answer: { ...publicity, version: 1 },
  });
}
