import * as z from 'zod';
import { isConflicted, mayCheck } from '#domain/policies';
import type { Assignment } from '#domain/reviews';
import { panels } from '#store/entities';
import { keys } from '#store/keys';
import { save, unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { arbiterSeated } from './arbitrate.ts';
import { requireOpenRound } from './held.ts';
import { successorFor } from './reassign.ts';
import { loadsOf } from './seats.ts';

export const SeatArbiterInput = z.strictObject({
  applicationId: z.string(),
  /** Whom the office wants; by default whoever the rule of replacement names. */
  reviewerId: z.string().optional(),
});

/** The office finds an arbiter where there was nobody when the panel's totals turned out to lie too far apart. */
export async function seatArbiter(ctx: Context, input: z.input<typeof SeatArbiterInput>): Promise<Assignment> {
  allow(mayCheck(ctx.actor));
  const { applicationId, reviewerId } = parse(SeatArbiterInput, input);
  return anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    const [cycle, panel] = await Promise.all([
      ctx.store.get(keys.cycle(application.cycleId)),
      ctx.store.get(keys.panel(applicationId)),
    ]);
    requireOpenRound(cycle);
    allow(panel.arbiter === 'vacant' && panel.vacant > 0, 'WrongState', { state: panel.arbiter ?? 'no arbitration' });
    const of = { application, cycle, panel, loads: await loadsOf(ctx, cycle.cycleId) };
    const arbiter = await successorFor(ctx, of, reviewerId);
    const taken = await arbiterSeated(ctx, of, { ...panel, vacant: panel.vacant - 1 }, arbiter);
    const { assignmentId } = taken.seat;
    return commit(ctx, {
      chain: `assignment/${assignmentId}`,
      action: 'assignment.arbiter-seated',
      cycleId: cycle.cycleId,
      details: { assignmentId, applicationId },
      writes: [
        ...taken.writes,
        save(panels, taken.panel),
        unchanged(keys.application(applicationId), application.version),
      ],
      answer: taken.seat,
    });
  });
}
