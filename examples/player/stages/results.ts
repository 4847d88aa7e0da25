import { type Client, everything } from '../client.ts';
import { type Game, officer } from '../game.ts';
import type { ResultRowShape } from '../shapes.ts';
import type { Desk } from './cycle.ts';
import type { ApplicationIds } from './intake.ts';

/** The result in force, all categories. */
export async function resultsOf(game: Game, { cycleId }: Pick<Desk, 'cycleId'>): Promise<ResultRowShape[]> {
  const rows: ResultRowShape[] = [];
  for (const { categoryId } of game.plan.cycle.categories) {
    const path = `/cycles/${cycleId}/results`;
    rows.push(...(await everything<ResultRowShape>(officer(game, 'draft'), path, { categoryId })));
  }
  return rows;
}

/** Those who share a place across the cut, category by category. */
function tied(rows: readonly ResultRowShape[]): ResultRowShape[][] {
  const groups = new Map<string, ResultRowShape[]>();
  for (const row of rows.filter((each) => each.needsVote)) {
    const name = `${row.categoryId}/${row.rank}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}

const committeeOf = ({ plan, people }: Game): Client => {
  const [chair] = plan.committee;
  if (!chair) throw new Error('the committee is empty');
  return people.as(chair);
};

/** The committee gives the order where no criterion does: as the plan tells, else as the plan lists the units. */
export async function vote(game: Game, desk: Desk, applicationIds: ApplicationIds): Promise<void> {
  const planned = game.plan.ties.flatMap(({ unitKeys }) => unitKeys);
  const order = [...planned, ...game.plan.units.map(({ unitKey }) => unitKey)].map((key) => applicationIds.get(key));
  const placeOf = ({ applicationId }: ResultRowShape): number => order.indexOf(applicationId);
  for (const group of tied(await resultsOf(game, desk))) {
    const [first] = group;
    if (!first) continue;
    const voted = group.toSorted((left, right) => placeOf(left) - placeOf(right));
    await committeeOf(game).post(`/cycles/${desk.cycleId}/votes`, `vote/${first.categoryId}/${first.rank}`, {
      categoryId: first.categoryId,
      order: voted.map(({ applicationId }) => applicationId),
      minutes: '领导小组会议票决，会议纪要存档。',
    });
  }
}

/** The list is drafted by one officer and checked by another; the workflow tells the applications. */
export async function shortlist(game: Game, desk: Desk): Promise<void> {
  const path = `/cycles/${desk.cycleId}/list`;
  const { listId } = await officer(game, 'draft').post<{ listId: string }>(path, 'list');
  await officer(game, 'check').post(`${path}/check`, 'list-check', { listId });
  await desk.cleared('scored');
}
