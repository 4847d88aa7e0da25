import * as z from 'zod';
import { hashOf } from '#domain/audit';
import type { Cycle } from '#domain/cycles';
import { caseLines, numbersOf } from '#domain/dossier/case-lines';
import { cellLine } from '#domain/dossier/outcome-lines';
import type { Dossier } from '#domain/dossier/record';
import { categoryLine, drawLine, headLine, standardLine, voteLine } from '#domain/dossier/rule-lines';
import { type Commitment, commitmentTo, type DossierLine } from '#domain/dossier/seal';
import { drawRounds } from '#domain/draws';
import { AwardError } from '#domain/errors';
import { mayDraft } from '#domain/policies';
import { allocate } from '#domain/quotas';
import { quotaPlanOf, seatsOf } from '#domain/results';
import type { Result, ResultRow, Vote } from '#domain/selections';
import type { Standard } from '#domain/standards';
import { dossiers } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { drawsOf } from '../draws/in-force.ts';
import type { JobKind, Progress } from '../jobs/kinds.ts';
import { categoriesOf } from '../reference.ts';
import { allow } from '../require.ts';
import { standardAt } from '../standards/stored.ts';
import { casesOf } from './cases.ts';
import { type Editions, openEditions } from './editions.ts';
import { type CycleOutcome, headsLine, outcomeLines, outcomeOf } from './outcome.ts';

/** Pieces of the frozen inputs, in characters: a line stays readable by every tool. */
const PIECE = 1_000_000;

type Making = {
  readonly cycle: Cycle;
  readonly result: Result;
  readonly rows: readonly ResultRow[];
  readonly outcome: CycleOutcome;
  readonly numbers: ReadonlyMap<string, string>;
  readonly commitTo: Commitment;
};

async function ruleLines(ctx: Context, { cycle, rows }: Making): Promise<DossierLine[]> {
  const names = new Map((await categoriesOf(ctx)).map(({ categoryId, name }) => [categoryId, name]));
  const standards = new Map<string, Standard>();
  const nameOf = (of: { standardId: string; standardVersion: number }) => `${of.standardId}@${of.standardVersion}`;
  for (const category of cycle.categories) {
    if (standards.has(nameOf(category))) continue;
    standards.set(nameOf(category), await standardAt(ctx, category.standardId, category.standardVersion));
  }
  return [
    ...[...standards.values()].map(standardLine),
    ...cycle.categories.map((category) =>
      categoryLine(category, {
        name: names.get(category.categoryId) ?? category.categoryId,
        // Safe: every category's standard was read above.
        standard: standards.get(nameOf(category)) as Standard,
        applications: rows.filter(({ categoryId }) => categoryId === category.categoryId).length,
      }),
    ),
  ];
}

/** How the seats were given, by the same rule as the result, from the frozen rows. */
async function cellLines(ctx: Context, { cycle, rows }: Making): Promise<DossierLine[]> {
  const applications = await ctx.store.getMany(rows.map(({ applicationId }) => keys.application(applicationId)));
  const pathOf = new Map(applications.map(({ applicationId, areaPath }) => [applicationId, areaPath]));
  return cycle.categories.flatMap((category) => {
    const candidates = rows
      .filter(({ categoryId }) => categoryId === category.categoryId)
      .map((row) => ({
        id: row.applicationId,
        category: row.categoryId,
        recommender: seatsOf(category, row.recommender),
        areaPath: pathOf.get(row.applicationId) ?? [],
        rank: row.rank ?? Number.MAX_SAFE_INTEGER,
        passes: row.passed,
        vetoed: row.vetoed,
      }));
    return allocate(quotaPlanOf(category), candidates).map(cellLine);
  });
}

/** The frozen inputs of every draw and what came out, for the full edition. */
async function* drawnLines(ctx: Context, cycleId: string): AsyncGenerator<DossierLine> {
  for (const round of drawRounds) {
    for (const draw of await drawsOf(ctx, cycleId, round)) {
      const texts = { inputs: draw.inputsKey, panels: draw.panelsKey, certificate: draw.certificateKey };
      for (const [part, key] of Object.entries(texts)) {
        const text = await ctx.bucket.getText(key);
        for (let from = 0, at = 0; from < text.length; from += PIECE, at += 1) {
          const piece = text.slice(from, from + PIECE);
          yield { kind: 'drawn', round, number: draw.number, part, at, private: { text: piece } };
        }
      }
    }
  }
}

/** The votes behind the result; one on who of equals comes in afterwards decided nothing of it. */
async function votesOf(ctx: Context, { cycle, result, numbers }: Making): Promise<Vote[]> {
  const votes = await ctx.store.all<Vote>(keys.vote(cycle.cycleId, '').pk);
  return votes
    .filter(({ at }) => at <= result.computedAt)
    .map((vote) => ({ ...vote, order: vote.order.filter((id) => numbers.has(id)) }))
    .filter(({ order }) => order.length > 1)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}

async function writeAll(ctx: Context, making: Making, salt: string, to: Editions, progress: Progress): Promise<void> {
  const { cycle, rows, numbers, commitTo } = making;
  const { cycleId } = cycle;
  const write = (lines: readonly DossierLine[]): void => lines.forEach(to.write);
  write([headLine(cycle, making.result, ctx.clock.now()), { kind: 'salt', private: { salt } }]);
  write(await ruleLines(ctx, making));
  const draws = await Promise.all(drawRounds.map((round) => drawsOf(ctx, cycleId, round)));
  write(draws.flat().map((draw) => drawLine(draw, commitTo)));
  write((await votesOf(ctx, making)).map((vote) => voteLine(vote, numbers)));
  const chains = [`cycle/${cycleId}`, `recommendations/${cycleId}`];
  let done = 0;
  for await (const of of casesOf(ctx, making)) {
    write(caseLines(of, commitTo));
    chains.push(`application/${of.application.applicationId}`);
    chains.push(...(of.reviewed.sheets ?? []).map(({ assignmentId }) => `assignment/${assignmentId}`));
    done += 1;
    await progress(done, rows.length, '写入卷宗', 'writing the dossier');
  }
  write(await cellLines(ctx, making));
  write(await outcomeLines(ctx, cycle, making.outcome, numbers));
  write([await headsLine(ctx, chains)]);
  for await (const line of drawnLines(ctx, cycleId)) to.write(line);
}

const dossiersOf = (ctx: Context, cycleId: string): Promise<Dossier[]> =>
  ctx.store.all<Dossier>(keys.dossier(cycleId, 0).pk);

/** Writes both editions of the dossier of the result in force, and records them with their roots. */
async function makeDossier(ctx: Context, cycleId: string, jobId: string, progress: Progress): Promise<Dossier> {
  const before = (await dossiersOf(ctx, cycleId)).find((each) => each.jobId === jobId);
  if (before) return before;
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  if (!cycle.resultId) throw new AwardError('WrongState', { values: { state: cycle.status } });
  const result = await ctx.store.get(keys.result(cycle.resultId));
  const rows = await ctx.store.all<ResultRow>(keys.resultRow(result.resultId, '', '').pk, 'ROW');
  // 256 bits that nobody knows who did not see the full edition.
  const salt = hashOf([ctx.ids.next('salt'), ctx.ids.next('salt'), ctx.ids.next('salt'), ctx.ids.next('salt')]);
  const commitTo = commitmentTo(salt);
  const numbers = numbersOf(
    rows.map(({ applicationId }) => applicationId),
    commitTo,
  );
  const outcome = await outcomeOf(ctx, cycle);
  const editions = openEditions();
  await writeAll(ctx, { cycle, result, rows, outcome, numbers, commitTo }, salt, editions, progress);
  const files = await editions.keep(ctx, `cycles/${cycleId}/dossiers/${jobId}`);
  return anew(async () => {
    const number = (await dossiersOf(ctx, cycleId)).length + 1;
    const { resultId } = result;
    const dossier: Dossier = {
      cycleId,
      number,
      jobId,
      resultId,
      title: cycle.title,
      ...files,
      madeAt: ctx.clock.now(),
    };
    return commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'dossier.made',
      cycleId,
      details: { number, resultId, publicRoot: files.public.root, fullRoot: files.full.root },
      writes: [create(dossiers, dossier, () => new AwardError('StaleVersion'))],
      answer: dossier,
    });
  });
}

/** The job that writes a dossier. */
export const dossierJob: JobKind = {
  zh: '制作卷宗',
  en: 'make the dossier',
  input: z.strictObject({}),
  allow: (ctx, cycle) => {
    allow(mayDraft(ctx.actor));
    allow(cycle.resultId !== undefined, 'WrongState', { state: cycle.status });
  },
  run: async (ctx, { cycleId, jobId }, progress) => {
    const { number, public: open, full } = await makeDossier(ctx, cycleId, jobId, progress);
    return { number, publicRoot: open.root, fullRoot: full.root, lines: open.lines };
  },
};
