import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invariantsOf } from '#examples/player/invariants';
import type { Outcome } from '#examples/player/outcome';
import { play } from '#examples/player/play';
import { silent } from '#examples/player/progress';
import { tableOf } from '#examples/player/table';
import { season as examplePlan, type SeasonPlan } from '#examples/xicheng-2011/index';
import { type Box, openBox } from '#local/box';
import { bytesOf } from '#local/dossier/lines';
import { verify } from '#local/dossier/verify';
import { goesWellIn, smallSeason, type Trait } from '#test/support/small-season';
import { apiOf } from '../checker/api.ts';
import { check } from '../checker/check.ts';
import { readSeason } from '../checker/fetch.ts';
import type { SeasonRecord } from '../checker/record.ts';
import { corruptions } from '../checker/synthetic/corruptions.ts';

/** Over all seven categories, and reviewers enough for their panels. */
const part = (plan: SeasonPlan): SeasonPlan => {
  const ninety: Trait = ({ unitKey, categoryId }) => categoryId === 'society' && plan.exactlyNinety.includes(unitKey);
  return smallSeason(plan, [goesWellIn('enterprise'), ninety], [27, 42]);
};

let folder: string;
let box: Box;
let outcome: Outcome;
const season = { seed: '1', progress: silent, part };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'season-'));
  box = await openBox({ dataDir: join(folder, 'data'), port: 0, from: '2026-02-26' });
  outcome = await play({ url: box.url, ...season });
}, 240_000);

afterAll(async () => {
  await box?.close();
  await rm(folder, { recursive: true, force: true });
});

it('plays a small season from the first registration to the certificates, and every invariant holds', () => {
  expect(invariantsOf(outcome).filter(({ flaw }) => flaw)).toEqual([]);
  expect(tableOf(outcome).at(-1)).toEqual({
    categoryId: 'total',
    applied: 12,
    accepted: 11,
    assessed: 10,
    scored: 10,
    shortlisted: 7,
    objected: 3,
    removed: 1,
    named: 5,
  });
});

it('publishes again for a full period after the entry that was corrected', () => {
  expect(outcome.publicities.map(({ firstDay, lastDay, outcome: end }) => [firstDay, lastDay, end])).toEqual([
    ['2026-09-20', '2026-09-24', 'changed'],
    ['2026-10-16', '2026-10-22', 'clear'],
  ]);
});

describe('the independent checker', () => {
  let record: SeasonRecord;
  const plan = part(examplePlan(season.seed));
  beforeAll(async () => {
    const supervisor = { username: 'supervisor', password: 'xuechuang-demo' };
    record = await readSeason(await apiOf(box.url, supervisor), plan);
  }, 60_000);

  it('comes to the same end from the example alone', () => {
    expect(check(record, plan)).toEqual([]);
  });

  const told = ['one altered mark', 'one dropped sheet'];
  const wrong = corruptions.filter(({ name, rule }) => told.includes(name) || rule === 'publicity');
  it('is tried on a mark, a sheet and dates', () => {
    expect(wrong.length).toBeGreaterThan(2);
  });

  it.each(wrong)('refuses this very season with $name', ({ of, rule }) => {
    expect(check(of(record, 0), plan).map((problem) => problem.rule)).toContain(rule);
  });
});

it('publishes a dossier that anybody can fetch and recompute', async () => {
  const { cycleId, number, root } = outcome.dossier;
  const answer = await fetch(`${box.url}/api/public/dossiers/${cycleId}`);
  const { items } = (await answer.json()) as {
    items: { number: number; root: string; url: string; fileName: string }[];
  };
  expect(items.map((item) => [item.number, item.root])).toEqual([[number, root]]);
  const path = join(folder, items[0]?.fileName ?? '');
  await writeFile(path, Buffer.from(await (await fetch(items[0]?.url ?? '')).arrayBuffer()));
  const report = await verify(bytesOf(path), root);
  expect(report.findings).toEqual([]);
  expect(report.counts).toMatchObject({ application: 10, publicity: 2, objection: 3, named: 5 });
});

it('finds everything done when it is played again, and comes to the same end', async () => {
  const again = await play({ url: box.url, ...season });
  expect(again).toEqual(outcome);
}, 120_000);
