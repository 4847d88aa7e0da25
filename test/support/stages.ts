import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { play } from '#examples/player/play';
import type { Progress } from '#examples/player/progress';
import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { type Box, openBox } from '#local/box';
import { builtConsole } from '#local/console/build';
import { goesWellIn, smallSeason, type Trait } from './small-season.ts';

/** Where a small season stands, and the player's stage before which it was stopped. */
const stages = {
  accepting: '申报、推荐、审查 applications',
  assessing: '自评与佐证 self-assessments',
  'before-review': '专家库 reviewers',
  reviewing: '专家评分 sheets',
  scored: '实地、满意度、加减分 entries',
  publicized: '异议 objections',
  named: '卷宗 dossier',
} as const;
export type Stage = keyof typeof stages;

const perCategory = 5;

/** Some of each category for which all goes well, beside one unit for each thing that may happen. */
function part(plan: SeasonPlan): SeasonPlan {
  const categories = new Set(plan.units.map(({ categoryId }) => categoryId));
  const well = [...categories].flatMap((category) => Array<Trait>(perCategory).fill(goesWellIn(category)));
  return smallSeason(plan, well, [21, 44]);
}

class Stopped extends Error {}

const stoppedBefore = (stage: string): Progress => ({
  stage(name) {
    if (name === stage) throw new Stopped(stage);
    return { step: () => undefined, end: () => undefined };
  },
  say: () => undefined,
  end: () => undefined,
});

const root = join(import.meta.dirname, '../..');

/** The kept stages are those of this very code. */
function codeHash(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = join(path, entry.name);
      if (entry.isDirectory()) add(inside);
      else hash.update(inside.slice(root.length)).update(readFileSync(inside));
    }
  };
  for (const room of ['functions', 'workflows', 'examples']) add(join(root, room));
  return hash.digest('hex').slice(0, 16);
}

/** Plays the season once, stopping at each stage to keep a copy of the box's data. */
async function playAll(into: string): Promise<void> {
  const data = join(into, 'live');
  for (const [stage, before] of Object.entries(stages)) {
    const box = await openBox({ dataDir: data, port: 0, from: '2026-02-26', log: () => undefined });
    const outcome = await play({ url: box.url, seed: '1', progress: stoppedBefore(before), part }).then(
      () => new Error(`the season ended before ${before}`),
      (error: unknown) => error,
    );
    await box.close();
    if (!(outcome instanceof Stopped)) throw outcome;
    cpSync(data, join(into, stage), { recursive: true });
  }
  rmSync(data, { recursive: true });
}

/** The folder with the stages: made by whoever comes first, the others wait for it. `STAGES` names one made before. */
async function kept(): Promise<string> {
  const named = process.env['STAGES'];
  if (named) return named;
  const base = join(root, '.artifacts/stages');
  const ready = join(base, codeHash());
  const making = `${ready}.making`;
  mkdirSync(base, { recursive: true });
  for (let waited = 0; !existsSync(ready); waited += 1) {
    if (waited > 600) throw new Error(`nobody made ${ready}; remove ${making} and try again`);
    try {
      mkdirSync(making);
    } catch {
      await pause(1000);
      continue;
    }
    try {
      await playAll(making);
      renameSync(making, ready);
    } catch (error) {
      rmSync(making, { recursive: true, force: true });
      throw error;
    }
  }
  return ready;
}

export type StageBox = Box & { readonly dataDir: string };

/** A box of one's own with the console, in which a small season stands at that stage. Sign in as `seasonPeople`. */
export async function boxAt(stage: Stage | 'new'): Promise<StageBox> {
  const dataDir = join(await mkdtemp(join(tmpdir(), `box-${stage}-`)), 'data');
  // Two copies of a stage would ask for the same ports in the same moment.
  const filter = (path: string): boolean => !path.endsWith('-port.json');
  if (stage !== 'new') cpSync(join(await kept(), stage), dataDir, { recursive: true, filter });
  const console = await builtConsole(() => undefined);
  const box = await openBox({ dataDir, port: 0, from: '2026-02-26', console, log: () => undefined });
  return { ...box, dataDir };
}

/** The season's people, beside the demo accounts: their user names begin with `wenlan-`. */
export const seasonPassword = 'season-of-wenlan';
