import type { Application } from '#domain/applications';
import type { Avoidance } from '#domain/avoidances';
import type { Cycle } from '#domain/cycles';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

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
const stages = ['accepting', 'assessing'] as const satisfies readonly Cycle['status'][];
const over = ['declined', 'rejected', 'withdrawn', 'expired'] as const satisfies readonly Application['status'][];

export function requireBeforeReview(cycle: Cycle, application: Application): void {
  allow(
    stages.some((stage) => stage === cycle.status),
    'WrongState',
    { state: cycle.status },
  );
  allow(!over.some((status) => status === application.status), 'WrongState', { state: application.status });
}

export const avoidancesOf = ({ store }: Pick<Context, 'store'>, cycleId: string, applicationId: string) => {
  const { pk, sk } = keys.avoidance(cycleId, applicationId, '');
  return store.all<Avoidance>(pk, sk);
};
