import * as z from 'zod';
import type { ApplicationStatus } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { invalidField } from '#domain/errors';
import { holds, personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import type { Publicity } from '#domain/publicity';
import type { Substitution, Vote } from '#domain/selections';
import { Reason } from '#domain/texts';
import { publicities, substitutions, votes } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { allow, parse } from '../require.ts';
import { lineFor } from './line.ts';

export const SubstituteInput = z.strictObject({
  cycleId: z.string(),
  /** The entry that was removed or withdrawn. */
  vacantId: z.string(),
  substituteId: z.string(),
  reason: Reason,
});
export const VoteOnSubstituteInput = z.strictObject({
  cycleId: z.string(),
  vacantId: z.string(),
  /** All equals of whom not all can come in, the one voted first in the first place. */
  order: z.array(z.string()).min(2).max(500),
  /** Where the vote is minuted: meeting, date, count. */
  minutes: Reason,
});

const gone: readonly ApplicationStatus[] = ['removed', 'withdrawn'];

/** The notice that runs or has run out, of a cycle that allows 递补: what is concluded is not changed any more. */
async function openNotice(ctx: Context, cycleId: string): Promise<{ cycle: Cycle; publicity: Versioned<Publicity> }> {
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  allow(cycle.status === 'publicizing' && cycle.publicityId !== undefined, 'WrongState', { state: cycle.status });
  allow(cycle.substitution, 'NotEligible', {
    reason: { zh: '本批次不设递补', en: 'this cycle has no substitution' },
  });
  const publicity = await ctx.store.get(keys.publicity(cycle.publicityId));
  allow(['open', 'expired'].includes(publicity.status), 'WrongState', { state: publicity.status });
  return { cycle, publicity };
}

const notVacant = () =>
  invalidField(
    'vacantId',
    'NotVacant',
    '该申报未被剔除或撤回，名额没有空缺。',
    'Its place is not vacant: it was not removed or withdrawn.',
  );

async function vacancy(ctx: Context, cycle: Cycle, publicity: Publicity, vacantId: string) {
  const vacant = await ctx.store.find(keys.application(vacantId));
  if (!vacant || vacant.cycleId !== cycle.cycleId || !gone.includes(vacant.status)) throw notVacant();
  const list = await ctx.store.get(keys.list(publicity.listId));
  const row = await ctx.store.find(keys.resultRow(list.resultId, vacant.categoryId, vacantId));
  if (!row?.passed) throw notVacant();
  return vacant;
}

/**
 * 递补: the next in line comes into the place of an entry that fell while the list was in publicity. That is a material
 * change: the list with the substitute gets a supplementary publicity with a full new period.
 * @throws AwardError `InvalidInput` at `substituteId` with `NotNext`, or with `NeedsVote` where equals compete.
 */
export async function substituteEntry(ctx: Context, input: z.input<typeof SubstituteInput>): Promise<Substitution> {
  allow(mayCheck(ctx.actor));
  const { cycleId, vacantId, substituteId, reason } = parse(SubstituteInput, input);
  return anew(async () => {
    const { cycle, publicity } = await openNotice(ctx, cycleId);
    await requireNoStake(ctx, publicity);
    const vacant = await vacancy(ctx, cycle, publicity, vacantId);
    requireNext(await lineFor(ctx, cycle, publicity, vacant), substituteId);
    const { publicityId } = publicity;
    const by = personIdOf(ctx.actor) ?? '';
    const substitution = { cycleId, publicityId, vacantId, substituteId, reason, by, at: ctx.clock.now() };
    return commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'substitution.decided',
      cycleId,
      details: { publicityId, vacantId, substituteId },
      writes: [create(substitutions, substitution), save(publicities, { ...publicity, materialChange: true })],
      answer: substitution,
    });
  });
}

/** Refuses anybody but who is next in line. */
export function requireNext(
  { ids, tied }: { readonly ids: readonly string[]; readonly tied: readonly string[] },
  substituteId: string,
  path = 'substituteId',
): void {
  if (ids.includes(substituteId)) return;
  if (tied.includes(substituteId)) {
    const en = 'It is tied with others for this place; the committee must vote first.';
    throw invalidField(path, 'NeedsVote', '该申报与他人并列，需先由领导小组表决。', en);
  }
  const en = ids.length > 0 ? `It is not next in line; ${ids.join(', ')} is.` : 'Nobody is in line for this place.';
  const zh = ids.length > 0 ? `递补应依次进行，下一位是 ${ids.join('、')}。` : '该名额没有可递补的申报。';
  throw invalidField(path, 'NotNext', zh, en);
}

/** The committee's vote on who of equals comes in first; it changes nothing that is on the list. */
export async function voteOnSubstitute(ctx: Context, input: z.input<typeof VoteOnSubstituteInput>): Promise<Vote> {
  allow(holds(ctx.actor, 'committee'));
  const { cycleId, vacantId, order, minutes } = parse(VoteOnSubstituteInput, input);
  const { cycle, publicity } = await openNotice(ctx, cycleId);
  const vacant = await vacancy(ctx, cycle, publicity, vacantId);
  const { tied } = await lineFor(ctx, cycle, publicity, vacant);
  const isWhole = tied.length === order.length && new Set(order).size === order.length;
  if (!isWhole || !order.every((id) => tied.includes(id))) {
    const en = 'Name all who are tied for this place, each once.';
    throw invalidField('order', 'NotTheTie', '请列出并列待递补的全部申报，每个一次。', en);
  }
  const applications = await ctx.store.getMany(order.map((id) => keys.application(id)));
  allow(!applications.some((application) => isConflicted(ctx.actor, application)), 'ConflictOfInterest');
  const voteId = ctx.ids.next('vote');
  const recordedBy = personIdOf(ctx.actor) ?? '';
  const { categoryId } = vacant;
  const vote: Vote = { voteId, cycleId, categoryId, order, minutes, recordedBy, at: ctx.clock.now() };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'substitution.voted',
    cycleId,
    details: { voteId, vacantId, order },
    writes: [create(votes, vote)],
    answer: vote,
  });
}
