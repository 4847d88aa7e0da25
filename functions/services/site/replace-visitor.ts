import * as z from 'zod';
import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { AwardError, invalidField } from '#domain/errors';
import { isConflicted, mayCheck } from '#domain/policies';
import type { Reviewer, SiteTeam } from '#domain/reviews';
import { Reason } from '#domain/texts';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { unchanged } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireNoConflict } from '../reviewers/pool.ts';
import { requireOpenRound } from '../reviews/held.ts';
import { eligibleFor } from '../reviews/seats.ts';
import { fillSiteSeat, replaceSiteMember } from './seats.ts';

export const ReplaceVisitorInput = z.strictObject({
  applicationId: z.string(),
  /** Who leaves; absent: a seat that fell vacant is filled. */
  reviewerId: z.string().optional(),
  /** Whom the office wants; by default whoever the rule of replacement names. */
  wantedId: z.string().optional(),
  reason: Reason,
});

type Case = { readonly application: Application; readonly cycle: Cycle; readonly team: SiteTeam };

/** @throws AwardError `InvalidInput` or `ConflictOfInterest` when the one wanted may not visit. */
async function wantedOf(
  ctx: Context,
  { application, cycle, team }: Case,
  wantedId: string,
  leaving: string | undefined,
): Promise<Reviewer> {
  const sitting = team.members.filter((id) => id !== leaving);
  const eligible = await eligibleFor(ctx, { application, cycle }, { size: team.size, sitting });
  const reviewer = eligible.find((each) => each.reviewerId === wantedId);
  if (!reviewer) {
    throw invalidField(
      'wantedId',
      'NotEligible',
      '该专家不能参加此次实地考察：不在可抽取之列、已参加该申报的评审，或违反分组规则。',
      'This reviewer cannot visit: not drawn in this cycle, known to the application already, or against the group rules.',
    );
  }
  await requireNoConflict(ctx, wantedId, application, cycle);
  return reviewer;
}

/** The office replaces a visitor who is silent, or fills a seat that fell vacant, with its reason. */
export async function replaceVisitor(
  ctx: Context,
  input: z.input<typeof ReplaceVisitorInput>,
): Promise<Versioned<SiteTeam>> {
  allow(mayCheck(ctx.actor));
  const { applicationId, reviewerId, wantedId, reason } = parse(ReplaceVisitorInput, input);
  return anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
    const { cycleId } = application;
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    requireOpenRound(cycle);
    const team = await ctx.store.get(keys.siteTeam(cycleId, applicationId));
    const of = { application, cycle, team };
    const wanted = wantedId === undefined ? undefined : await wantedOf(ctx, of, wantedId, reviewerId);
    const given = { application, cycle, reason, ...(wanted && { wanted }) };
    const change = reviewerId
      ? await replaceSiteMember(ctx, { ...given, reviewerId, onlyIf: 'asked' })
      : await fillSiteSeat(ctx, given);
    if (!change.replacement) {
      const { organizationName } = application;
      const detail = {
        zh: `没有可以考察「${organizationName}」的其他专家，请先增加专家或提高工作量上限。`,
        en: `nobody else may visit ${organizationName}; add reviewers or raise their limits first.`,
      };
      throw new AwardError('PanelTooSmall', { values: { detail } });
    }
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action: 'site-team.changed',
      cycleId,
      details: {
        applicationId,
        ...(reviewerId && { visitorId: reviewerId }),
        nextVisitorId: change.replacement.reviewerId,
      },
      writes: [...change.writes, unchanged(keys.cycle(cycleId), cycle.version)],
      answer: { ...change.team, version: team.version + 1 },
    });
  });
}
