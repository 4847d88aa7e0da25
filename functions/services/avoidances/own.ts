import { type Application, isUnderWay } from '#domain/applications';
import type { Avoidance } from '#domain/avoidances';
import type { Cycle } from '#domain/cycles';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, requireStageFor } from '../require.ts';

/** What an applicant sees of its own request: its words and the office's, never whether such an expert exists. */
export type OwnAvoidance = Pick<
  Avoidance,
  'avoidanceId' | 'expertName' | 'expertOrganization' | 'reason' | 'status' | 'filedAt'
> & { readonly refusal?: { readonly reason: string; readonly at: string } };

export const asOwn = ({
  avoidanceId,
  expertName,
  expertOrganization,
  reason,
  status,
  filedAt,
  refusal,
}: Avoidance): OwnAvoidance => ({
  ...{ avoidanceId, expertName, expertOrganization, reason, status, filedAt },
  ...(refusal && { refusal: { reason: refusal.reason, at: refusal.at } }),
});

/** Before the review starts, and while the application is still on its way to it. */
export function requireBeforeReview(cycle: Cycle, application: Application): void {
  requireStageFor('fileAvoidance', cycle);
  allow(isUnderWay(application), 'WrongState', { state: application.status });
}

export const avoidancesOf = ({ store }: Pick<Context, 'store'>, cycleId: string, applicationId: string) => {
  const { pk, sk } = keys.avoidance(cycleId, applicationId, '');
  return store.all<Avoidance>(pk, sk);
};
