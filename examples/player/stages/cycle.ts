import { everything } from '../client.ts';
import { until } from '../clock.ts';
import { addDays, dayOf } from '../days.ts';
import { type Game, officer } from '../game.ts';
import type { BoardShape, CycleShape } from '../shapes.ts';

/** The cycle of this very season, if an earlier run made it: its public seed names it. */
export const cycleOfSeason = async (game: Pick<Game, 'people'>, drawSeed: string): Promise<CycleShape | undefined> =>
  (await everything<CycleShape>(game.people.administrator, '/cycles')).find((cycle) => cycle.drawSeed === drawSeed);

/** The office plans the cycle with its basis, categories, quotas and dates, and announces it. */
export async function announce(game: Game): Promise<string> {
  const administrator = officer(game, 'administer');
  const { cycleId } = await administrator.post<CycleShape>('/cycles', 'cycle', game.plan.cycle);
  await administrator.post(`/cycles/${cycleId}/announce`, 'announce');
  return cycleId;
}

/** What the desks of the cycle look like now. */
export type Desk = {
  readonly cycleId: string;
  cycle(): Promise<CycleShape>;
  board(): Promise<BoardShape>;
  /** How many applications stand in one of these states. */
  count(...statuses: readonly string[]): Promise<number>;
  /** Waits until none does. */
  cleared(...statuses: readonly string[]): Promise<void>;
  /** Waits until the cycle stands at, or beyond, one of these states. */
  reached(...statuses: readonly string[]): Promise<CycleShape>;
};

export function deskOf(game: Game, cycleId: string): Desk {
  const administrator = officer(game, 'administer');
  const board = () => administrator.get<BoardShape>(`/cycles/${cycleId}/board`);
  const cycle = () => administrator.get<CycleShape>(`/cycles/${cycleId}`);
  const count = async (...statuses: readonly string[]): Promise<number> =>
    Object.values((await board()).counts).reduce(
      (all, counts) => all + statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0),
      0,
    );
  return {
    cycleId,
    cycle,
    board,
    count,
    cleared: async (...statuses) => {
      await until(`no application is ${statuses.join(' or ')}`, async () => (await count(...statuses)) === 0);
    },
    reached: (...statuses) =>
      until(`the cycle is ${statuses.join(' or ')}`, async () => {
        const seen = await cycle();
        return statuses.includes(seen.status) && seen;
      }),
  };
}

/** The window opens: applicants may begin. */
export async function openWindow(game: Game, desk: Desk): Promise<void> {
  const { opensAt } = game.plan.cycle.windows;
  await game.clock.reach(dayOf(opensAt));
  await until('the window is open', async () => !['draft', 'announced'].includes((await desk.cycle()).status));
}

/** The day before the window opens, on which units register. */
export const dayBefore = ({ plan }: Game): string => addDays(dayOf(plan.cycle.windows.opensAt), -1);
