import { invalidField } from '#domain/errors';
import { gateIdOf } from '#domain/gates';
import { isConflicted } from '#domain/policies';
import { mayBeListed } from '#domain/selections';
import { gates } from '#store/entities';
import { keys } from '#store/keys';
import { create, type Write } from '#store/writes';
import { moved } from '../applications/moved.ts';
import type { Decision } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';
import type { ObjectionCase } from './case.ts';

const unfit = () =>
  invalidField(
    'effect',
    'NotEligible',
    '该申报未达标、被否决,或与空缺名额的类别、推荐单位不符,不能列入名单。',
    'It did not pass, was vetoed, or is not of the category and recommender of the vacant place.',
  );

/**
 * Brings an application that was passed over onto the list: one that was left out wrongly, or a substitute (递补) where
 * the cycle allows it, from the same category and recommender. Its own workflow has ended, so nobody waits at its
 * conclusion any more and the gate is marked as delivered from the start.
 */
export async function reinstatement(
  ctx: Context,
  { objection, publicity, application: removed }: ObjectionCase,
  applicationId: string,
): Promise<{ writes: Write[]; decides: Decision[] }> {
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const list = await ctx.store.get(keys.list(publicity.listId));
  const { resultId } = list;
  const { categoryId, recommender, cycleId } = application;
  const result = await ctx.store.find(keys.resultRow(resultId, categoryId, applicationId));
  if (cycleId !== objection.cycleId || !result || !mayBeListed(result)) throw unfit();
  if (removed) {
    const { substitution } = await ctx.store.get(keys.cycle(cycleId));
    if (!substitution || removed.categoryId !== categoryId || removed.recommender !== recommender) throw unfit();
  }
  const next = moved(ctx, application, 'reinstate');
  const round = next.application.rounds.conclusion ?? 1;
  const gateId = gateIdOf('conclusion', applicationId, round);
  const gate = { gateId, kind: 'conclusion' as const, subjectId: applicationId, deliveredAt: ctx.clock.now() };
  return { writes: [...next.writes, create(gates, gate)], decides: next.decides };
}
