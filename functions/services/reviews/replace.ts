import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import type { Assignment, Load, Panel, Reviewer } from '#domain/reviews';
import { assignments, panels } from '#store/entities';
import type { Versioned } from '#store/table';
import { save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { dueOf, loadMoved, seated } from './seats.ts';

type Leaving = {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly panel: Versioned<Panel>;
  readonly loads: ReadonlyMap<string, Versioned<Load>>;
  /** The assignment as it is once its reviewer has left. */
  readonly left: Versioned<Assignment>;
  /** Who comes instead; nobody: the seat falls vacant and the office must make it good. */
  readonly replacement: Reviewer | undefined;
};

/**
 * The writes that take a reviewer off a panel and seat another, if there is one. What others on the panel have done
 * stays untouched; the assignment that was left is kept.
 */
export async function replaced(
  ctx: Context,
  { application, cycle, panel, loads, left, replacement }: Leaving,
): Promise<{ panel: Panel; successor?: Assignment; writes: Write[] }> {
  const seat = replacement && {
    reviewer: replacement,
    dueAt: await dueOf(ctx, { application, cycle }, true),
    replaces: left.assignmentId,
    role: left.role,
  };
  const taken = seat && seated(ctx, { application, cycle }, seat);
  const stay = panel.members.filter((id) => id !== left.reviewerId);
  const changed = {
    ...panel,
    vacant: panel.vacant + (replacement ? 0 : 1),
    members: replacement ? [...stay, replacement.reviewerId] : stay,
    former: [...panel.former, left.reviewerId],
  };
  return {
    panel: changed,
    ...(taken && { successor: taken.assignment }),
    writes: [
      save(assignments, left),
      save(panels, changed),
      loadMoved(loads, left.cycleId, left.reviewerId, -1),
      ...(replacement && taken ? [...taken.writes, loadMoved(loads, left.cycleId, replacement.reviewerId, 1)] : []),
    ],
  };
}
