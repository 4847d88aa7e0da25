import type { Versioned } from '../client.ts';
import { type Game, officer, stage } from '../game.ts';
import { type ExampleTable, exampleTable, exampleTableWarning, yearsOf } from '../holidays.ts';
import { type PointShape, pointsOf, type StandardShape } from '../shapes.ts';

/** Years whose holidays nobody has loaded get an example table, with a word of warning. */
export async function loadYears(game: Game): Promise<void> {
  const administrator = officer(game, 'administer');
  const { items } = await administrator.get<{ items: { year: number }[] }>('/calendar/years');
  const loaded = new Set(items.map(({ year }) => year));
  const missing = yearsOf(game.plan.cycle.windows).filter((year) => !loaded.has(year));
  for (const year of missing) {
    const table: ExampleTable = exampleTable(year);
    await administrator.post('/calendar/years', `holidays/${year}`, table);
  }
  if (missing.length > 0) game.progress.say(exampleTableWarning(missing));
}

/** The tree of areas, unless the office has one already that knows all of the season's. */
async function saveAreas(game: Game): Promise<void> {
  const administrator = officer(game, 'administer');
  const { areas, version } = await administrator.get<Versioned<{ areas: { areaId: string }[] }>>('/areas');
  const known = new Set(areas.map(({ areaId }) => areaId));
  const missing = game.plan.areas.filter(({ areaId }) => !known.has(areaId));
  if (missing.length > 0) await administrator.put('/areas', version, { areas: [...areas, ...missing] });
}

/** All units of the district, by category: the denominators of the rates. */
async function importRegister(game: Game, categoryId: string): Promise<void> {
  const { year } = game.plan.cycle;
  const units = game.plan.register
    .filter((row) => row.categoryId === categoryId)
    .map(({ year: _year, categoryId: _categoryId, ...row }) => row);
  if (units.length === 0) return;
  await officer(game, 'administer').post(`/register/${year}/${categoryId}`, `register/${year}/${categoryId}`, {
    mode: 'replace',
    units,
  });
}

/** Areas, standards and registers as the office keeps them. */
export async function reference(game: Game): Promise<void> {
  const tasks = [
    () => saveAreas(game),
    async () => {
      await officer(game, 'administer').post('/standards/examples', 'standards');
    },
  ];
  for (const task of tasks) await task();
  await stage(game, '名册 register', game.plan.cycle.categories, ({ categoryId }) => importRegister(game, categoryId));
}

export type Points = ReadonlyMap<string, readonly PointShape[]>;

/** The observation points of each category's standard. */
export async function pointsByCategory(game: Game): Promise<Points> {
  const points = new Map<string, readonly PointShape[]>();
  for (const { categoryId, standardId, standardVersion } of game.plan.cycle.categories) {
    const path = `/standards/${standardId}/${standardVersion}`;
    points.set(categoryId, pointsOf(await officer(game, 'administer').get<StandardShape>(path)));
  }
  return points;
}
