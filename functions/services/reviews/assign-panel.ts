import * as z from 'zod';
import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { barsFromCycle } from '#domain/experts';
import type { Load, Panel, Reviewer } from '#domain/reviews';
import { applications, panels } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { counted, moved } from '../applications/moved.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { conflictsNow } from '../reviewers/pool.ts';
import { requireOpenRound } from './held.ts';
import { dueOf, loadMoved, loadsOf, replacementFor, seated } from './seats.ts';

export const AssignPanelInput = z.object({
  applicationId: z.string(),
  cycleId: z.string(),
  /** As drawn; none for a category that is decided on its recommendation, or that was not in the sample. */
  reviewerIds: z.array(z.string()),
});
type AssignPanelInput = z.output<typeof AssignPanelInput>;

type Seating = { readonly application: Versioned<Application>; readonly cycle: Cycle };

/** What stands without a panel is reviewed at once: from here on it waits for the conclusion like the others. */
const withoutPanel = (ctx: Context, { application }: Seating): Promise<Panel | undefined> => {
  const scored = moved(ctx, moved(ctx, application, 'assignPanel').application, 'completePanel');
  return commit(ctx, {
    chain: `application/${application.applicationId}`,
    action: 'application.review-waived',
    cycleId: application.cycleId,
    details: { applicationId: application.applicationId },
    // Both steps are one write on the application as it was read.
    writes: [
      save(applications, { ...scored.application, version: application.version }),
      counted(application, application.status, 'scored'),
    ],
    decides: scored.decides,
    answer: undefined,
  });
};

/** The drawn reviewers, each one who declared a conflict or left since the draw replaced by the rule of replacement. */
async function sitting(
  ctx: Context,
  seating: Seating,
  reviewerIds: readonly string[],
  held: ReadonlyMap<string, Load>,
): Promise<{ members: Reviewer[]; former: string[] }> {
  const { cycle, application } = seating;
  const [drawn, invitations] = await Promise.all([
    ctx.store.getMany(reviewerIds.map((id) => keys.reviewer(id))),
    ctx.store.getMany(reviewerIds.map((id) => keys.invitation(cycle.cycleId, id))),
  ]);
  const invitationOf = new Map(invitations.map((each) => [each.reviewerId, each]));
  const conflicts = await Promise.all(drawn.map((reviewer) => conflictsNow(ctx, reviewer, application, cycle)));
  const members: Reviewer[] = drawn.filter(
    (each, at) =>
      conflicts[at]?.length === 0 && barsFromCycle(each, invitationOf.get(each.reviewerId), cycle).length === 0,
  );
  const former = reviewerIds.filter((id) => !members.some((member) => member.reviewerId === id));
  for (const _ of former) {
    const known = { size: reviewerIds.length, members: members.map((member) => member.reviewerId), former };
    const replacement = await replacementFor(ctx, seating, known, held);
    if (replacement) members.push(replacement);
  }
  return { members, former };
}

async function withReviewers(ctx: Context, seating: Seating, reviewerIds: readonly string[]): Promise<Panel> {
  const { application } = seating;
  const { applicationId, cycleId } = application;
  const held = await loadsOf(ctx, cycleId);
  const { members, former } = await sitting(ctx, seating, reviewerIds, held);
  const dueAt = await dueOf(ctx, seating, false);
  const seats = members.map((reviewer) => seated(ctx, seating, { reviewer, dueAt }));
  const panel: Panel = {
    applicationId,
    cycleId,
    size: reviewerIds.length,
    submitted: 0,
    vacant: reviewerIds.length - members.length,
    members: members.map((member) => member.reviewerId),
    former,
  };
  const next = moved(ctx, application, 'assignPanel');
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'application.panel-assigned',
    cycleId,
    details: { applicationId, size: panel.size, vacant: panel.vacant, replaced: former.length },
    writes: [
      ...next.writes,
      create(panels, panel),
      ...seats.flatMap((seat) => seat.writes),
      ...panel.members.map((reviewerId) => loadMoved(held, cycleId, reviewerId, 1)),
    ],
    decides: next.decides,
    answer: panel,
  });
}

/**
 * Gives an application the panel that was drawn for it. Runs at least once for each: what is no longer self-assessed
 * has its panel already, or was withdrawn, and is passed over.
 */
export async function assignPanel(ctx: Context, input: z.input<typeof AssignPanelInput>): Promise<Panel | undefined> {
  allow(ctx.actor.kind === 'system');
  const { applicationId, cycleId, reviewerIds }: AssignPanelInput = parse(AssignPanelInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireOpenRound(cycle);
  return anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    if (application.status !== 'self-assessed') return undefined;
    const seating = { application, cycle };
    return reviewerIds.length === 0 ? withoutPanel(ctx, seating) : withReviewers(ctx, seating, reviewerIds);
  });
}
