import {
  type Application,
  type ApplicationStatus,
  applicationTransitions,
  unsettledStatuses,
} from '#domain/applications';
import { AwardError } from '#domain/errors';
import { next } from '#domain/transitions';
import { applications } from '#store/entities';
import { keys, shardOf } from '#store/keys';
import type { Versioned } from '#store/table';
import { add, save, type Write } from '#store/writes';
import type { Decision } from '../commit.ts';
import type { Context } from '../context.ts';

export type ApplicationVerb = keyof typeof applicationTransitions;
type ApplicationGate = keyof Application['rounds'];

/** The gate at which an application waits in each state. */
const gateOfStatus = {
  submitted: 'recommendation',
  returned: 'correction',
  recommended: 'formal-check',
  'self-assessing': 'self-assessment',
  supplementing: 'self-assessment',
  'self-assessed': 'review',
  'under-review': 'review',
  scored: 'conclusion',
  shortlisted: 'conclusion',
  'in-publicity': 'conclusion',
  cleared: 'conclusion',
} as const satisfies Partial<Record<ApplicationStatus, ApplicationGate>>;

const gateOf = (status: ApplicationStatus): ApplicationGate | undefined =>
  (gateOfStatus as Partial<Record<ApplicationStatus, ApplicationGate>>)[status];

const isUnsettled = (status: ApplicationStatus | undefined): boolean =>
  unsettledStatuses.some((unsettled) => unsettled === status);

/**
 * Moves a count of the cycle's board, category by category; shards keep concurrent applicants apart. Each shard also
 * counts what is unsettled: the start of the review is conditional on 0 and seals the shard in the same write, and
 * from then on nothing becomes unsettled any more.
 */
export function counted(application: Application, from: ApplicationStatus | undefined, to: ApplicationStatus): Write {
  const change = Number(isUnsettled(to)) - Number(isUnsettled(from));
  const sealed = () => new AwardError('WrongState', { values: { state: 'reviewing' } });
  return add(
    keys.tally(application.cycleId, shardOf(application.applicationId)),
    'tally',
    {
      ...(from && { [`${application.categoryId}:${from}`]: -1 }),
      [`${application.categoryId}:${to}`]: 1,
      ...(change !== 0 && { unsettled: change }),
    },
    change > 0 ? { counter: 'sealed', is: 0, refused: sealed } : undefined,
  );
}

export type Moved = {
  readonly application: Versioned<Application>;
  readonly writes: Write[];
  readonly decides: Decision[];
};

/**
 * The application as it stands after a verb of the transition table, the writes that make it so, and the decision of the gate at
 * which it waited when the verb takes it to another gate (or out of the process). The decision names the round of the
 * gate that comes next, because people may be ahead of the workflow by several rounds.
 * @throws AwardError `WrongState`.
 */
export function moved(
  ctx: Pick<Context, 'clock'>,
  application: Versioned<Application>,
  verb: ApplicationVerb,
  changes: Partial<Application> = {},
): Moved {
  const status = next(applicationTransitions, verb, application.status);
  const before = gateOf(application.status);
  const after = gateOf(status);
  const turns = before !== after;
  const rounds =
    turns && after ? { ...application.rounds, [after]: (application.rounds[after] ?? 0) + 1 } : application.rounds;
  const changed = { ...application, ...changes, status, statusSince: ctx.clock.now(), rounds };
  const round = after ? (rounds[after] ?? 1) : 0;
  const decided = { subjectId: application.applicationId, outcome: { decision: verb, round } };
  return {
    application: { ...changed, version: application.version + 1 },
    writes: [save(applications, changed), counted(application, application.status, status)],
    decides: turns && before ? [{ kind: before, round: application.rounds[before] ?? 1, ...decided }] : [],
  };
}
