import { addWorkingDays } from '#domain/calendar';
import { dateInShanghai, endOfDay } from '#domain/dates';
import { AwardError } from '#domain/errors';
import type { GateKind, GateOutcome } from '#domain/gates';
import { type Instant, instantOf, later, millisOf } from '#domain/instants';
import { keys } from '#store/keys';
import { unchanged, type Write } from '#store/writes';
import { moved } from '../applications/moved.ts';
import type { Decision } from '../commit.ts';
import type { Context } from '../context.ts';
import { correctionDeadline, deadlineFor, officialCalendar } from '../reference.ts';
import { reassignOverdue } from '../reviews/reassign-overdue.ts';

/** What becomes of a case whose gate nobody decided in time: writes that are conditional on it being undecided. */
export type Expiry = {
  readonly writes: readonly Write[];
  readonly decides: readonly Decision[];
  readonly cycleId?: string;
};

type GateRule = {
  /** When the wait ends, extensions counted. `before` is what an earlier opening of this gate was given. */
  readonly deadline: (ctx: Context, subjectId: string, before: Instant | undefined) => Promise<Instant>;
  /** Absent: nobody's right lapses here; the gate opens again and the one who owes it is reminded. */
  readonly expire?: (ctx: Context, subjectId: string) => Promise<Expiry>;
  /** Given as soon as it is there, whatever the deadline: what the case is part of was given up. */
  readonly ended?: (ctx: Context, subjectId: string) => Promise<Expiry | undefined>;
  /** What is done for whoever waits, each time the gate opens again. */
  readonly whenOverdue?: (ctx: Context, subjectId: string) => Promise<void>;
};

const DAY = 86_400_000;
const daysFromNow = (days: number) => async (ctx: Context) => instantOf(millisOf(ctx.clock.now()) + days * DAY);

/** So many days from the first opening on; after that, what the last reminder gave. */
const within = (days: number) => async (ctx: Context, _: string, before: Instant | undefined) =>
  before ?? daysFromNow(days)(ctx);

async function subject(ctx: Context, applicationId: string) {
  const application = await ctx.store.get(keys.application(applicationId));
  return { application, cycle: await ctx.store.get(keys.cycle(application.cycleId)) };
}

const stageDeadline =
  (stage: 'recommendBy' | 'checkBy' | 'assessBy' | 'reviewBy') =>
  async (ctx: Context, applicationId: string): Promise<Instant> => {
    const { application, cycle } = await subject(ctx, applicationId);
    return deadlineFor(ctx, cycle, stage, application);
  };

const expireApplication = async (ctx: Context, applicationId: string): Promise<Expiry> => {
  const application = await ctx.store.get(keys.application(applicationId));
  return { ...moved(ctx, application, 'expire'), cycleId: application.cycleId };
};

/** An application of a cycle that was given up ends with it. */
const givenUp = async (ctx: Context, applicationId: string): Promise<Expiry | undefined> => {
  const { application, cycle } = await subject(ctx, applicationId);
  if (cycle.status !== 'abandoned') return undefined;
  const reason = '批次终止 / the cycle was given up';
  return { ...moved(ctx, application, 'withdraw', { reason }), cycleId: cycle.cycleId };
};

const ofApplication = (rule: GateRule): GateRule => ({ ...rule, ended: givenUp });

/** The close of the window in force for everybody; longer ones for single applicants do not hold the cycle up. */
const cycleStage =
  (stage: 'closesAt' | 'assessBy' | 'reviewBy') =>
  async (ctx: Context, cycleId: string): Promise<Instant> => {
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    return deadlineFor(ctx, cycle, stage, { organizationId: '', areaPath: [] });
  };

const decided =
  (kind: GateKind, outcome: GateOutcome) =>
  async (_: Context, subjectId: string): Promise<Expiry> => ({
    writes: [],
    decides: [{ kind, subjectId, outcome }],
  });

/** Nothing is open and nothing more can arrive. The version moves with every objection, so it is a condition. */
const settleObjections = async (ctx: Context, publicityId: string): Promise<Expiry> => {
  const { version, openObjections, cycleId } = await ctx.store.get(keys.publicity(publicityId));
  if (openObjections > 0) throw new AwardError('StaleVersion');
  const outcome = { decision: 'settled' };
  return {
    writes: [unchanged(keys.publicity(publicityId), version)],
    decides: [{ kind: 'objections-settled', subjectId: publicityId, outcome }],
    cycleId,
  };
};

export const gateRules: Readonly<Record<GateKind, GateRule>> = {
  'applications-closed': {
    deadline: cycleStage('closesAt'),
    expire: decided('applications-closed', { decision: 'closed' }),
  },
  recommendation: ofApplication({ deadline: stageDeadline('recommendBy') }),
  correction: ofApplication({
    deadline: async (ctx, id) => correctionDeadline(ctx, (await subject(ctx, id)).application),
    expire: expireApplication,
  }),
  'formal-check': ofApplication({ deadline: stageDeadline('checkBy') }),
  'self-assessment': ofApplication({
    deadline: async (ctx, id) => {
      const { application, cycle } = await subject(ctx, id);
      return application.status === 'supplementing'
        ? correctionDeadline(ctx, application)
        : deadlineFor(ctx, cycle, 'assessBy', application);
    },
    expire: expireApplication,
  }),
  review: ofApplication({ deadline: stageDeadline('reviewBy'), whenOverdue: reassignOverdue }),
  conclusion: ofApplication({ deadline: daysFromNow(90) }),
  'review-start': { deadline: cycleStage('assessBy') },
  'round-closed': { deadline: cycleStage('reviewBy') },
  list: { deadline: within(7) },
  notice: { deadline: within(7) },
  'notice-check': { deadline: within(7) },
  'objections-settled': {
    /** The last day on which a letter may still arrive; then, day after day, until nothing is open. */
    deadline: async (ctx, publicityId) => {
      const { graceUntil = ctx.clock.now(), openObjections } = await ctx.store.get(keys.publicity(publicityId));
      return openObjections === 0 ? graceUntil : later(graceUntil, await daysFromNow(1)(ctx));
    },
    expire: settleObjections,
  },
  decision: { deadline: within(7) },
  're-review': { deadline: within(60) },
  rectification: {
    deadline: async (ctx, certificateNumber, before) => {
      const { rectifyBy } = await ctx.store.get(keys.award(certificateNumber));
      return rectifyBy ?? within(90)(ctx, certificateNumber, before);
    },
  },
  fault: { deadline: daysFromNow(30) },
};

/** When a gate that opens again is due: two working days on, or two days where the year's calendar is not loaded. */
export async function nextReminder(ctx: Context): Promise<Instant> {
  const today = dateInShanghai(ctx.clock.now());
  const calendar = await officialCalendar(ctx);
  try {
    return endOfDay(addWorkingDays(today, 2, calendar));
  } catch {
    return daysFromNow(2)(ctx);
  }
}
