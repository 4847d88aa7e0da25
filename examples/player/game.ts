import type { SeasonPlan } from '../xicheng-2011/index.ts';
import type { Client } from './client.ts';
import type { BoxClock } from './clock.ts';
import type { Day } from './days.ts';
import { inParallel } from './parallel.ts';
import type { Login, People } from './people.ts';
import type { Progress } from './progress.ts';

/** What every stage plays with. */
export type Game = {
  readonly plan: SeasonPlan;
  readonly people: People;
  readonly clock: BoxClock;
  readonly progress: Progress;
};

/** Requests under way at a time. */
const HANDS = 12;

/** One stage: its work on every item, under one bar. */
export async function stage<T>(
  { progress }: Game,
  name: string,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const bar = progress.stage(name, items.length);
  await inParallel(items, HANDS, async (item) => {
    await work(item);
    bar.step();
  });
  bar.end();
}

/** Something that is done on a certain day. */
export type Act = { readonly on: Day; readonly hour?: number; readonly run: () => Promise<void> };

type Manner = {
  /** Ends a day: waits for what the workflows do about its acts. */
  readonly settled?: () => Promise<unknown>;
  readonly hands?: number;
};

/** Plays acts day by day: the clock is moved to a day only when everything of the days before is done and settled. */
export async function byDay(
  { clock, progress }: Game,
  name: string,
  acts: readonly Act[],
  { settled = async () => undefined, hands = HANDS }: Manner = {},
): Promise<void> {
  const bar = progress.stage(name, acts.length);
  for (const day of [...new Set(acts.map((act) => act.on))].toSorted()) {
    await clock.reach(day);
    await inParallel(
      acts.filter((act) => act.on === day),
      hands,
      async (act) => {
        await act.run();
        bar.step();
      },
    );
    await settled();
  }
  bar.end();
}

type Staff = { readonly office: readonly (Login & { readonly duties: readonly string[] })[] };

/** The officer of the season who holds a duty. */
export function officer({ plan, people }: { plan: Staff; people: People }, duty: string): Client {
  const found = plan.office.find((each) => each.duties.includes(duty));
  if (!found) throw new Error(`nobody in the office has the duty ${duty}`);
  return people.as(found);
}
