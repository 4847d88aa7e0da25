import * as z from 'zod';
import { type Avoidance, mostAvoidances } from '#domain/avoidances';
import { AwardError } from '#domain/errors';
import { DisplayName, normalizeName } from '#domain/names';
import { personIdOf } from '#domain/people';
import { mayEdit } from '#domain/policies';
import { Reason } from '#domain/texts';
import { applications, avoidances } from '#store/entities';
import { keys } from '#store/keys';
import { create, save, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { asOwn, avoidancesOf, type OwnAvoidance, requireBeforeReview } from './own.ts';

export const FileAvoidanceInput = z.strictObject({
  applicationId: z.string(),
  expertName: DisplayName,
  expertOrganization: DisplayName,
  reason: Reason,
});

/**
 * 申请回避: an applicant names an expert whom it does not want to be reviewed by, in its own words and with a reason. It
 * binds at once, until the office refuses it. The answer is the same whether such an expert exists or not.
 */
export async function fileAvoidance(ctx: Context, input: z.input<typeof FileAvoidanceInput>): Promise<OwnAvoidance> {
  const { applicationId, ...said } = parse(FileAvoidanceInput, input);
  const avoidanceId = ctx.ids.next('avoidance');
  return anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    allow(mayEdit(ctx.actor, application), 'NotFound');
    const cycle = await ctx.store.get(keys.cycle(application.cycleId));
    requireBeforeReview(cycle, application);
    const filed = (await avoidancesOf(ctx, cycle.cycleId, applicationId)).filter(({ status }) => status === 'filed');
    if (filed.length >= mostAvoidances) throw new AwardError('QuotaExceeded', { values: { limit: mostAvoidances } });
    const same = filed.find((each) => namesSame(each, said));
    if (same) throw new AwardError('AlreadyExists', { values: { what: { zh: '回避申请', en: 'request' } } });
    const avoidance: Avoidance = {
      ...{ avoidanceId, cycleId: cycle.cycleId, applicationId, ...said, status: 'filed' },
      filedBy: personIdOf(ctx.actor) ?? '',
      filedAt: ctx.clock.now(),
    };
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'avoidance.filed',
      cycleId: cycle.cycleId,
      details: { applicationId, avoidanceId },
      // The application's version moves, so that no two requests at once pass the limit; the cycle stays before the draw.
      writes: [
        create(avoidances, avoidance),
        save(applications, application),
        unchanged(keys.cycle(cycle.cycleId), cycle.version),
      ],
      answer: asOwn(avoidance),
    });
  });
}

type Named = Pick<Avoidance, 'expertName' | 'expertOrganization'>;

const namesSame = (left: Named, right: Named): boolean =>
  normalizeName(left.expertName) === normalizeName(right.expertName) &&
  normalizeName(left.expertOrganization) === normalizeName(right.expertOrganization);
