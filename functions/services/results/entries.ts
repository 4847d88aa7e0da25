import type { Reviewed } from '#domain/results';
import { type Adjustment, type Component, type SiteSheet, type SiteTeam, stands, type Veto } from '#domain/reviews';
import type { Vote } from '#domain/selections';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';

type Reading = Pick<Context, 'store'>;
type Of = { readonly applicationId: string };

/** What was entered beside the panels' sheets, as it decides about one application. */
export type Entries = {
  readonly site: (applicationId: string) => Pick<Reviewed, 'site'>;
  readonly visits: (applicationId: string) => NonNullable<Reviewed['visits']>;
  readonly satisfaction: (applicationId: string) => Pick<Reviewed, 'satisfaction'>;
  readonly adjustments: (applicationId: string) => readonly Adjustment[];
  readonly isVetoed: (applicationId: string) => boolean;
  readonly voted: (applicationId: string) => Reviewed['voted'];
};

function grouped<T extends Of>(things: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(thing.applicationId);
    if (group) group.push(thing);
    else groups.set(thing.applicationId, [thing]);
  }
  return groups;
}

/** A visit's transcribed score counts once the reviewer whose sheet it is has confirmed it. */
const counts = (entered: Component): boolean =>
  stands(entered) && (entered.component === 'satisfaction' || entered.confirmedAt !== undefined);

/** Each member's sheet, in the order of the team; of one who has not handed it in, no score. */
function visitsOf(team: SiteTeam | undefined, sheets: readonly SiteSheet[]): NonNullable<Reviewed['visits']> {
  const scores = new Map(
    sheets.filter(({ status }) => status === 'submitted').map(({ reviewerId, score }) => [reviewerId, score]),
  );
  const seats = Array.from({ length: Math.max(team?.size ?? 0, team?.members.length ?? 0) }, (_, at) => at);
  return seats.map((at) => {
    const reviewerId = team?.members[at] ?? `vacant-${at + 1}`;
    const score = scores.get(reviewerId);
    return { reviewerId, ...(score !== undefined && { score }) };
  });
}

/** Reads whole partitions of the cycle, consistently; `newVotes` are just being recorded. */
export async function entriesOf(ctx: Reading, cycleId: string, newVotes: readonly Vote[]): Promise<Entries> {
  const [components, teams, sheets, adjustments, vetoes, votes] = await Promise.all([
    ctx.store.all<Component>(keys.component(cycleId, '', '').pk),
    ctx.store.all<SiteTeam>(keys.siteTeam(cycleId, '').pk),
    ctx.store.all<SiteSheet>(keys.siteSheet(cycleId, '', '').pk),
    ctx.store.all<Adjustment>(keys.adjustment(cycleId, '', '').pk),
    ctx.store.all<Veto>(keys.veto(cycleId, '', '').pk),
    ctx.store.all<Vote>(keys.vote(cycleId, '').pk),
  ]);
  const componentsBy = grouped(components.filter(counts));
  const adjustmentsBy = grouped(adjustments.filter(stands));
  const teamBy = new Map(teams.map((team) => [team.applicationId, team]));
  const sheetsBy = grouped(sheets);
  const vetoed = new Set(vetoes.filter(stands).map(({ applicationId }) => applicationId));
  const latest = new Map<string, NonNullable<Reviewed['voted']>>();
  for (const { voteId, order } of [...votes.toSorted((a, b) => (a.at < b.at ? -1 : 1)), ...newVotes]) {
    for (const [at, applicationId] of order.entries()) latest.set(applicationId, { voteId, place: at + 1 });
  }
  const scoreOf = (applicationId: string, name: Component['component']): number | undefined =>
    componentsBy.get(applicationId)?.find(({ component }) => component === name)?.score;
  return {
    site(applicationId) {
      const site = scoreOf(applicationId, 'site');
      return site === undefined ? {} : { site };
    },
    satisfaction(applicationId) {
      const satisfaction = scoreOf(applicationId, 'satisfaction');
      return satisfaction === undefined ? {} : { satisfaction };
    },
    visits: (applicationId) => visitsOf(teamBy.get(applicationId), sheetsBy.get(applicationId) ?? []),
    adjustments: (applicationId) => adjustmentsBy.get(applicationId) ?? [],
    isVetoed: (applicationId) => vetoed.has(applicationId),
    voted: (applicationId) => latest.get(applicationId) ?? null,
  };
}
