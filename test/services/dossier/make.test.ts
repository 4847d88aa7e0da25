import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job } from '#domain/jobs';
import { bytesOf, type Finding } from '#local/dossier/lines';
import { comparePair } from '#local/dossier/pair';
import { verify } from '#local/dossier/verify';
import { commit } from '#services/commit';
import { listDossiers } from '#services/dossier/list';
import { listPublishedCycles } from '#services/dossier/list-published';
import { listPublicDossiers, openFullDossier, previewDossier } from '#services/dossier/open';
import { publishDossier } from '#services/dossier/publish';
import { runJob } from '#services/jobs/run';
import { startJob } from '#services/jobs/start';
import { computeResults } from '#services/results/compute';
import { recordVote } from '#services/results/record-vote';
import { addAdjustment } from '#services/reviews/add-adjustment';
import { closeRound } from '#services/reviews/close-round';
import { enterVeto } from '#services/reviews/enter-veto';
import { votes } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { create } from '#store/writes';
import { assignAll, cycleId, panelOf, score, seedReview } from '../../support/review-fixture.ts';
import { checker, committee, cycle, drafter, head, supervisor } from '../../support/season-fixture.ts';
import { concluded, named, publicized, shortlisted, signed } from '../../support/selection-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const categoryId = 'enterprise';
const [category] = cycle.categories;
if (!category) throw new Error('the fixture lost its category');
const own = {
  ...category,
  panelSize: 5,
  weights: { documents: 100, site: 0, satisfaction: 0 },
  passLine: '85',
  tiers: [
    { name: '示范', line: '95' },
    { name: '达标', line: '85' },
  ],
  quota: { total: 4, areas: [{ areaId: 'yunjin', minimum: 1, maximum: 4 }] },
};
/** case-2 and case-3 are tied at the cut, case-6 is vetoed, case-7 falls below the line. */
const totals = [97, 91, 91, 95, 93, 98, 60];
const secret = '机密加分理由';

describe('the dossier of a cycle', () => {
  let world: World;
  let folder: string;
  const found: Finding[] = [];

  beforeAll(async () => {
    world = await openWorld('2026-07-01T09:00:00+08:00');
    folder = await mkdtemp(join(tmpdir(), 'dossier-'));
    await seedReview(world, { cases: totals.length, reviewers: 9, cycle: { categories: [own] } });
    await assignAll(world);
    for (const [at, total] of totals.entries()) {
      const panel = await panelOf(world, `case-${at + 1}`);
      for (const [seat, assignment] of panel.entries()) await score(world, assignment, total + (seat - 2) / 4);
    }
    const adjustment = {
      applicationId: 'case-5',
      kind: 'bonus',
      points: '1.5',
      reason: secret,
      source: '文件',
    } as const;
    await addAdjustment(world.as(checker), adjustment);
    await enterVeto(world.as(checker), {
      applicationId: 'case-6',
      ground: 'credit-record',
      source: '信用平台',
      evidence: '失信记录',
      occurredOn: '2026-05-01',
    });
    await closeRound(world.as(checker), { cycleId });
    await commit(world.as(checker), {
      chain: `recommendations/${cycleId}`,
      action: 'recommendations.ordered',
      cycleId,
      writes: [],
      answer: undefined,
    });
    await computeResults(world.as(system), { cycleId });
    await recordVote(world.as(committee), {
      cycleId,
      categoryId,
      order: ['case-3', 'case-2'],
      minutes: '领导小组会议纪要',
    });
  });
  afterAll(async () => {
    await world.end();
    await rm(folder, { recursive: true, force: true });
  });

  const made = async (): Promise<Job> => {
    const { jobId } = await startJob(world.as(drafter), { cycleId, kind: 'dossier' });
    await runJob(world.as(system), { jobId });
    return runJob(world.as(system), { jobId });
  };
  const fetched = async (url: string, name: string): Promise<string> => {
    const path = join(folder, `${name}.ndjson.gz`);
    await writeFile(path, Buffer.from(await (await fetch(url)).arrayBuffer()));
    return path;
  };

  it('of a result without a list yet holds in both editions', async () => {
    expect(await made()).toMatchObject({ status: 'done' });
    const { items } = await listDossiers(world.as(supervisor), { cycleId });
    expect(items).toHaveLength(1);
    const link = await previewDossier(world.as(committee), { cycleId, number: 1 });
    const report = await verify(bytesOf(await fetched(link.url, 'early')), link.root);
    expect(report).toMatchObject({ edition: 'public', findings: [], lines: link.lines });
    expect(report.counts).toMatchObject({ application: 7, sheet: 35, result: 7, vote: 1, draw: 1 });
    await expect(publishDossier(world.as(head), { cycleId, number: 1 })).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('of a whole cycle holds, and the public edition is a part of the full one', async () => {
    await shortlisted(world);
    await concluded(world, await publicized(world));
    await signed(world);
    await named(world);
    // As the committee would say later on which of the two comes in first: it decides nothing of the result.
    const later = { voteId: 'vote-later', cycleId, categoryId, order: ['case-2', 'case-3'], minutes: '递补表决' };
    const at = world.clock.now();
    await world.store.transact([create(votes, { ...later, recordedBy: 'committee', at })]);
    await made();
    const open = await previewDossier(world.as(supervisor), { cycleId, number: 2 });
    const full = await openFullDossier(world.as(supervisor), { cycleId, number: 2 });
    const paths = [await fetched(open.url, 'public'), await fetched(full.url, 'full')] as const;
    const reports = [await verify(bytesOf(paths[0]), open.root), await verify(bytesOf(paths[1]), full.root)];
    expect(reports.map((report) => report.findings)).toEqual([[], []]);
    expect(reports[1]?.counts).toMatchObject({ list: 1, publicity: 1, decision: 1, named: 4, salt: 1 });
    const heads = gunzipSync(await readFile(paths[1])).toString();
    for (const chain of [`cycle/${cycleId}`, `recommendations/${cycleId}`, 'application/case-1']) {
      expect(heads).toContain(`"chainId":"${chain}"`);
    }
    await comparePair(paths[0], paths[1], (finding) => found.push(finding));
    expect(found).toEqual([]);
    // A pair of two makings is no pair.
    await comparePair(join(folder, 'early.ndjson.gz'), paths[1], (finding) => found.push(finding));
    expect(found.length).toBeGreaterThan(0);
  });

  it('gives nobody away in public: no reviewer, no id, no free text, no name of whom the list does not name', async () => {
    const text = gunzipSync(await readFile(join(folder, 'public.ndjson.gz'))).toString();
    const reviewerIds = Array.from({ length: 9 }, (_, at) => `reviewer-${at + 1}`);
    const caseIds = totals.map((_, at) => `case-${at + 1}`);
    const unitIds = totals.map((_, at) => `unit-${at + 1}`);
    const leaks = [
      ...reviewerIds,
      ...caseIds,
      ...unitIds,
      '专家',
      '评审单位',
      secret,
      '失信记录',
      '示例企业6',
      '示例企业7',
      'private',
    ];
    expect(leaks.filter((leak) => text.includes(leak))).toEqual([]);
    expect(text).not.toContain('领导小组会议纪要');
    expect(['示例企业1', '示例企业3'].filter((name) => text.includes(name))).toHaveLength(2);
    const full = gunzipSync(await readFile(join(folder, 'full.ndjson.gz'))).toString();
    expect(leaks.filter((leak) => !full.includes(leak))).toEqual([]);
  });

  it('is published by the head of the office, once, and only then anybody finds it', async () => {
    const ref = { cycleId, number: 2 };
    expect((await listPublicDossiers(world.as({ kind: 'public' }), { cycleId })).items).toEqual([]);
    expect((await listPublishedCycles(world.as({ kind: 'public' }), {})).items).toEqual([]);
    await expect(publishDossier(world.as(drafter), ref)).rejects.toMatchObject({ code: 'NotAllowed' });
    await publishDossier(world.as(head), ref);
    await expect(publishDossier(world.as(head), ref)).rejects.toMatchObject({ code: 'WrongState' });
    const { items } = await listPublicDossiers(world.as({ kind: 'public' }), { cycleId });
    const { public: edition } = await world.store.get(keys.dossier(cycleId, 2));
    expect(items).toMatchObject([{ number: 2, root: edition.root, lines: edition.lines }]);
    expect(await (await fetch(items[0]?.url ?? '')).arrayBuffer()).toHaveProperty('byteLength', edition.size);
    const { title, year, issuer } = cycle;
    expect((await listPublishedCycles(world.as({ kind: 'public' }), {})).items).toEqual([
      { cycleId, title, year, issuer, dossiers: 1, publishedAt: items[0]?.publishedAt },
    ]);
  });

  it('leaves a trace: its roots when it is made, and whoever opened the full edition', async () => {
    await expect(openFullDossier(world.as(committee), { cycleId, number: 2 })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    const events = await world.store.all<StoredEvent>(`AUDIT#cycle/${cycleId}`, 'EVENT');
    const dossier = await world.store.get(keys.dossier(cycleId, 2));
    expect(events.filter(({ action }) => action.startsWith('dossier.')).map(({ action }) => action)).toEqual([
      'dossier.made',
      'dossier.made',
      'dossier.opened',
      'dossier.published',
    ]);
    expect(events.findLast(({ action }) => action === 'dossier.made')?.details).toMatchObject({
      publicRoot: dossier.public.root,
      fullRoot: dossier.full.root,
    });
  });

  it('is begun by a drafter only, and not before there is a result', async () => {
    await expect(startJob(world.as(supervisor), { cycleId, kind: 'dossier' })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
  });
});
