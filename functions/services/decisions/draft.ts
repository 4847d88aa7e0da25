import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { DecisionWords, decisionBody, decisionTitle } from '#domain/decision-text';
import { type AnnexRow, chainOf, countsAgree, type Decision } from '#domain/decisions';
import { AwardError, invalidField } from '#domain/errors';
import { noticeCounts } from '#domain/notice';
import { mayDraft } from '#domain/policies';
import type { Publicity } from '#domain/publicity';
import { countByCategory } from '#domain/selections';
import { annexRows, cycles, decisions } from '#store/entities';
import { keys } from '#store/keys';
import { create, fieldIs, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { categoriesOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { annexOf, composeAnnex } from './annex.ts';

export const DraftDecisionInput = z.strictObject({ cycleId: z.string(), words: DecisionWords.default({}) });

const nothingCleared = () =>
  new AwardError('Incomplete', {
    fields: [{ path: 'annex', code: 'Empty', zh: '没有公示通过的申报。', en: 'No entry passed its publicity.' }],
  });

const countsOff = () =>
  invalidField(
    'words',
    'CountsDiffer',
    '正文中的数量与附件不一致，请勿在文字中另写“等N个申报主体”。',
    'The counts in the body are not those of the annex; do not count in your own words.',
  );

async function composed(
  ctx: Context,
  { cycle, publicity, annex }: { cycle: Cycle; publicity: Publicity; annex: readonly AnnexRow[] },
  words: DecisionWords,
): Promise<Pick<Decision, 'title' | 'body' | 'countsByCategory' | 'total'>> {
  const [first] = annex;
  if (!first) throw nothingCleared();
  const countsByCategory = countByCategory(annex);
  const counts = noticeCounts(countsByCategory, await categoriesOf(ctx));
  const window = { firstDay: publicity.firstDay ?? '', lastDay: publicity.lastDay ?? '' };
  const body = decisionBody(cycle, { counts, first: first.organizationName, window }, words);
  return { title: decisionTitle(cycle), body, countsByCategory, total: annex.length };
}

/**
 * 命名决定: text and annex out of the entries that passed their publicity, with certificate numbers that nobody else
 * gets. A decision that was sent back is followed by a new one.
 */
export async function draftDecision(ctx: Context, input: z.input<typeof DraftDecisionInput>): Promise<Decision> {
  allow(mayDraft(ctx.actor));
  const { cycleId, words } = parse(DraftDecisionInput, input);
  return anew(async () => {
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    await requireNoStake(ctx, cycle);
    allow(cycle.basis !== undefined, 'NoBasis');
    allow(cycle.status === 'deciding' && cycle.publicityId !== undefined, 'WrongState', { state: cycle.status });
    const before = cycle.decisionId ? await ctx.store.get(keys.decision(cycle.decisionId)) : undefined;
    if (before && before.status !== 'sent-back')
      throw new AwardError('WrongState', { values: { state: before.status } });
    const publicity = await ctx.store.get(keys.publicity(cycle.publicityId));
    const decisionId = ctx.ids.next('decision');
    const numbered = before ? await annexOf(ctx, before.decisionId) : [];
    const { annex, writes } = await composeAnnex(ctx, decisionId, { cycle, publicity, before: numbered });
    const text = await composed(ctx, { cycle, publicity, annex }, words);
    if (!countsAgree(text, annex)) throw countsOff();
    const act = {
      step: 'draft' as const,
      personId: ctx.actor.kind === 'person' ? ctx.actor.personId : '',
      name: ctx.actor.kind === 'person' ? ctx.actor.name : '',
      at: ctx.clock.now(),
      opinion: '',
    };
    const decision: Decision = {
      ...text,
      decisionId,
      cycleId,
      publicityId: publicity.publicityId,
      status: 'in-approval',
      chain: chainOf(cycle.approvalChain),
      acts: [act],
      ...(before && { supersedes: before.decisionId }),
    };
    await ctx.store.stage(annexRows, annex);
    return commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'decision.drafted',
      cycleId,
      details: { decisionId, total: decision.total },
      writes: [
        create(decisions, decision),
        save(cycles, { ...cycle, decisionId }),
        fieldIs(keys.publicity(publicity.publicityId), 'openObjections', 0, () => new AwardError('ObjectionsOpen')),
        ...writes,
      ],
      answer: decision,
    });
  });
}
