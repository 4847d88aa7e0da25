import * as z from 'zod';
import type { Application } from '#domain/applications';
import { type Cycle, categoryOf } from '#domain/cycles';
import type { Pin } from '#domain/draws';
import { AwardError, type FieldProblem, invalidField } from '#domain/errors';
import { joining } from '#domain/group-rules';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { Reason } from '#domain/texts';
import { cycles, pins } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { pinsOf } from '../draws/cases.ts';
import { drawInForce } from '../draws/in-force.ts';
import { allow, parse, refuseFields, requireStageFor } from '../require.ts';
import { poolOf, requireNoConflict, reviews, wholePool } from '../reviewers/pool.ts';

export const PinInput = z.strictObject({
  cycleId: z.string(),
  applicationId: z.string(),
  reviewerId: z.string(),
  reason: Reason,
});

const waiting: readonly Application['status'][] = ['accepted', 'self-assessing', 'self-assessed', 'supplementing'];

/** A cycle in which a draw is still to come, if only a redraw. */
export async function pinnedCycle(ctx: Context, cycleId: string): Promise<Versioned<Cycle>> {
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireStageFor('draw', cycle);
  return cycle;
}

/** A cycle whose panels are not drawn yet: nobody is pinned when it is known who would sit there otherwise. */
async function undrawnCycle(ctx: Context, cycleId: string): Promise<Versioned<Cycle>> {
  const cycle = await pinnedCycle(ctx, cycleId);
  const drawn = await drawInForce(ctx, cycleId, 'documents');
  allow(drawn === undefined, 'WrongState', { state: 'drawn' });
  return cycle;
}

const problem = (code: string, zh: string, en: string): FieldProblem => ({ path: 'reviewerId', code, zh, en });

type Wanted = {
  readonly cycle: Cycle;
  readonly application: Application;
  readonly reviewer: Reviewer;
  readonly pool: readonly Reviewer[];
  /** Who is pinned to the application already, and how many pins the reviewer has elsewhere. */
  readonly sitting: readonly string[];
  readonly load: number;
};

function problemsOf({ cycle, application, reviewer, pool, sitting, load }: Wanted): FieldProblem[] {
  const { panelSize = 0, groupRules = {}, reviewMode } = categoryOf(cycle, application.categoryId) ?? {};
  const size = reviewMode === 'recommender-only' ? 0 : panelSize;
  const mayJoin = joining({ pool, sitting, size, rules: groupRules });
  return [
    ...(sitting.length < size
      ? []
      : [
          problem(
            'PanelFull',
            `该申报的评审组为 ${size} 人，不能再指定。`,
            `The panel has ${size} seats; all are pinned.`,
          ),
        ]),
    ...(mayJoin(reviewer.reviewerId)
      ? []
      : [
          problem(
            'GroupRules',
            '违反分组规则：同一单位限一人，或其余名额须留给外请专家。',
            'Against the group rules: one of an organization, or the seats that are left are for outside experts.',
          ),
        ]),
    ...(load < reviewer.maximumLoad
      ? []
      : [
          problem(
            'LoadFull',
            `该专家至多评审 ${reviewer.maximumLoad} 个申报，已指定 ${load} 个。`,
            `The reviewer takes ${reviewer.maximumLoad} applications at most; ${load} are pinned.`,
          ),
        ]),
  ];
}

/** Whom the cycle would draw for this category at all. */
async function drawable(ctx: Context, cycle: Cycle, application: Application, reviewerId: string) {
  const pool = await poolOf(ctx, cycle);
  const reviewer = pool.find((each) => each.reviewerId === reviewerId);
  if (reviewer && reviews(reviewer, application.categoryId)) return { pool: await wholePool(ctx), reviewer };
  throw invalidField(
    'reviewerId',
    'NotEligible',
    '该专家不在本批次可抽取之列，或不评审此类别。',
    'This reviewer is not drawn in this cycle, or does not review the category.',
  );
}

/**
 * 指定: the office sets a reviewer on a panel before the draw, with its reason. Conflicts bind the office like anybody;
 * so do group rules and loads. The cycle's version moves, so that the draw does not come in the same moment.
 */
export async function pinReviewer(ctx: Context, input: z.input<typeof PinInput>): Promise<Pin> {
  allow(mayCheck(ctx.actor));
  const given = parse(PinInput, input);
  const { cycleId, applicationId, reviewerId } = given;
  return anew(async () => {
    const cycle = await undrawnCycle(ctx, cycleId);
    const application = await ctx.store.get(keys.application(applicationId));
    allow(application.cycleId === cycleId, 'NotFound');
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    allow(waiting.includes(application.status), 'WrongState', { state: application.status });
    const { pool, reviewer } = await drawable(ctx, cycle, application, reviewerId);
    await requireNoConflict(ctx, reviewerId, application, cycle);
    const all = await pinsOf(ctx, cycleId);
    const sitting = (all.get(applicationId) ?? []).map((each) => each.reviewerId);
    if (sitting.includes(reviewerId)) throw new AwardError('AlreadyExists', { values: { what: 'pin' } });
    const load = [...all.values()].flat().filter((each) => each.reviewerId === reviewerId).length;
    refuseFields(problemsOf({ cycle, application, reviewer, pool, sitting, load }));
    const pin = { ...given, by: personIdOf(ctx.actor) ?? 'system', at: ctx.clock.now() };
    const before = await ctx.store.find(keys.pin(cycleId, applicationId, reviewerId));
    return commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'reviewer.pinned',
      cycleId,
      details: { applicationId, reviewerId },
      writes: [before ? save(pins, { ...pin, version: before.version }) : create(pins, pin), save(cycles, cycle)],
      answer: pin,
    });
  });
}
