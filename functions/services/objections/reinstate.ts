import { invalidField } from '#domain/errors';
import { gateIdOf } from '#domain/gates';
import { isConflicted } from '#domain/policies';
import { mayBeListed } from '#domain/selections';
import { gates } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { anew } from '../anew.ts';
import { moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import { type Context, withoutKey } from '../context.ts';
import { lineFor } from '../publicity/line.ts';
import { requireNext } from '../publicity/substitute.ts';
import { allow } from '../require.ts';
import type { ObjectionCase } from './case.ts';

const unfit = () =>
  invalidField(
    'effect',
    'NotEligible',
    '该申报不是未入选的申报、未达标、被否决，或与空缺名额的类别不符，不能列入名单。',
    'It was not passed over, did not pass, was vetoed, or is not of the category of the vacant place.',
  );

/**
 * Refuses unless a determination may bring an application onto the list: one that was left out wrongly, or a substitute
 * (递补) where the cycle allows it, the next in line for the place that falls vacant.
 */
export async function requireReinstatable(
  ctx: Context,
  { objection, publicity, application: removed }: ObjectionCase,
  applicationId: string,
): Promise<void> {
  const application = await ctx.store.get(keys.application(applicationId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const { categoryId, cycleId, status } = application;
  const { resultId } = await ctx.store.get(keys.list(publicity.listId));
  const result = await ctx.store.find(keys.resultRow(resultId, categoryId, applicationId));
  const isEligible = status === 'not-selected' && result !== undefined && mayBeListed(result);
  if (cycleId !== objection.cycleId || !isEligible) throw unfit();
  if (!removed) return;
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  if (!cycle.substitution || removed.categoryId !== categoryId) throw unfit();
  requireNext(await lineFor(ctx, cycle, publicity, removed), applicationId, 'effect.substituteId');
}

/**
 * Brings an application that was passed over onto the list, once. Its own workflow has ended, so nobody waits at its
 * conclusion any more and that gate counts as delivered from the start.
 */
export const reinstate = (ctx: Context, applicationId: string): Promise<boolean> =>
  anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    if (application.status !== 'not-selected') return false;
    const next = moved(ctx, application, 'reinstate');
    const gateId = gateIdOf('conclusion', applicationId, next.application.rounds.conclusion);
    const gate = { gateId, kind: 'conclusion' as const, subjectId: applicationId, deliveredAt: ctx.clock.now() };
    return commit(withoutKey(ctx), {
      chain: `application/${applicationId}`,
      action: 'application.reinstated',
      cycleId: application.cycleId,
      details: { applicationId },
      writes: [...next.writes, create(gates, gate)],
      decides: next.decides,
      answer: true,
    });
  });
