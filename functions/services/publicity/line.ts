import type { Application, ApplicationStatus } from '#domain/applications';
import { type Cycle, categoryOf } from '#domain/cycles';
import type { Objection } from '#domain/objections';
import type { Publicity } from '#domain/publicity';
import { quotaPlanOf, seatsOf } from '#domain/results';
import { stands, type Veto } from '#domain/reviews';
import { mayBeListed, type ResultRow, type Substitution, type Vote } from '#domain/selections';
import { type NextInLine, nextInLine } from '#domain/substitution';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';

type Reading = Pick<Context, 'store'>;

const standingStatuses: readonly ApplicationStatus[] = ['shortlisted', 'in-publicity', 'cleared'];

/** Who comes onto the list with the next notice: by determinations of objections, and by substitution (递补). */
export async function promised(ctx: Reading, publicityId: string): Promise<string[]> {
  const { pk } = keys.publicity(publicityId);
  const [objections, substitutions] = await Promise.all([
    ctx.store.all<Objection>(pk, 'OBJECTION'),
    ctx.store.all<Substitution>(pk, 'SUBSTITUTION'),
  ]);
  const byObjection = objections.flatMap(({ effect }) => {
    if (effect?.kind === 'add') return [effect.applicationId];
    return effect?.kind === 'remove' && effect.substituteId !== undefined ? [effect.substituteId] : [];
  });
  return [...byObjection, ...substitutions.map(({ substituteId }) => substituteId)];
}

/** The vote that parts these equals, if the committee took one on all of them. */
async function parted(ctx: Reading, cycleId: string, tied: readonly string[]): Promise<string | undefined> {
  const votes = await ctx.store.all<Vote>(keys.vote(cycleId, '').pk);
  const latest = votes
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .findLast(({ order }) => tied.every((id) => order.includes(id)));
  return latest?.order.find((id) => tied.includes(id));
}

/**
 * Who is next for the seats among which an application competed, when it no longer holds one. Whoever the office left
 * out with a reason, or a veto met since, is not.
 */
export async function lineFor(
  ctx: Reading,
  cycle: Cycle,
  publicity: Publicity,
  fallen: Pick<Application, 'applicationId' | 'categoryId' | 'recommender'>,
): Promise<NextInLine> {
  const { cycleId } = cycle;
  const category = categoryOf(cycle, fallen.categoryId);
  const cells = category ? quotaPlanOf(category).cells : [];
  const cell = cells.find(({ recommender }) => category && recommender === seatsOf(category, fallen.recommender));
  if (!category || !cell) return { ids: [], tied: [] };
  const list = await ctx.store.get(keys.list(publicity.listId));
  const { pk, sk } = keys.resultRow(list.resultId, fallen.categoryId, '');
  const [rows, vetoes, coming] = await Promise.all([
    ctx.store.all<ResultRow>(pk, sk),
    ctx.store.all<Veto>(keys.veto(cycleId, '', '').pk),
    promised(ctx, publicity.publicityId),
  ]);
  const out = new Set([
    fallen.applicationId,
    ...list.exclusions.map(({ applicationId }) => applicationId),
    ...vetoes.filter(stands).map(({ applicationId }) => applicationId),
  ]);
  const rivals = rows.filter((row) => seatsOf(category, row.recommender) === cell.recommender && mayBeListed(row));
  const ranks = new Map(rivals.map(({ applicationId, rank = Number.MAX_SAFE_INTEGER }) => [applicationId, rank]));
  const applications = await ctx.store.getMany(rivals.map(({ applicationId }) => keys.application(applicationId)));
  const isListed = ({ applicationId, status }: Application): boolean =>
    applicationId !== fallen.applicationId && (coming.includes(applicationId) || standingStatuses.includes(status));
  const waiting = applications
    .filter((each) => each.status === 'not-selected' && !isListed(each) && !out.has(each.applicationId))
    .map(({ applicationId: id, areaPath }) => ({ id, areaPath, rank: ranks.get(id) ?? Number.MAX_SAFE_INTEGER }));
  const next = nextInLine(cell, applications.filter(isListed), waiting);
  const first = next.tied.length > 0 ? await parted(ctx, cycleId, next.tied) : undefined;
  return first === undefined ? next : { ids: [first], tied: [] };
}
