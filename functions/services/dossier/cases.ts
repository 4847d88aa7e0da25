import type { Cycle } from '#domain/cycles';
import type { DossierCase, SheetFacts } from '#domain/dossier/case-lines';
import { type Assignment, type Reviewer, type Sheet, stands, type Veto } from '#domain/reviews';
import type { ResultRow } from '#domain/selections';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { each } from '../each.ts';
import { entriesOf } from '../results/entries.ts';
import { reviewedOne } from '../results/reviewed.ts';
import { wholePool } from '../reviewers/pool.ts';
import type { CycleOutcome } from './outcome.ts';

type Pool = ReadonlyMap<string, Pick<Reviewer, 'organizationName'>>;
type Reading = Pick<Context, 'store'>;

/** So many applications are read at a time; a cycle of 33,055 must not stand in memory. */
const BATCH = 200;

/** What the full edition tells of a sheet beside its marks. */
function factsOf(assignment: Assignment, sheet: Sheet | undefined, pool: Pool): SheetFacts {
  const comments = Object.entries(sheet?.marks ?? {}).flatMap(([pointId, { comment }]) =>
    comment === '' ? [] : [[pointId, comment] as const],
  );
  return {
    reviewerName: assignment.reviewerName,
    organizationName: pool.get(assignment.reviewerId)?.organizationName ?? '',
    ...(assignment.submittedAt && { submittedAt: assignment.submittedAt }),
    arbiter: assignment.role === 'arbiter',
    comments: Object.fromEntries(sheet?.overall ? [...comments, ['', sheet.overall]] : comments),
  };
}

async function sheetFactsOf(ctx: Reading, applicationId: string, pool: Pool): Promise<Map<string, SheetFacts>> {
  const { pk, sk } = keys.assignment(applicationId, '');
  const submitted = (await ctx.store.all<Assignment>(pk, sk)).filter(({ status }) => status === 'submitted');
  const sheets = await ctx.store.getMany(
    submitted.map(({ assignmentId, submissions }) => keys.submittedSheet(assignmentId, submissions)),
  );
  const by = new Map<string, Sheet>(sheets.map((sheet) => [sheet.assignmentId, sheet]));
  return new Map(submitted.map((each) => [each.assignmentId, factsOf(each, by.get(each.assignmentId), pool)]));
}

type Of = {
  readonly cycle: Cycle;
  readonly rows: readonly ResultRow[];
  readonly outcome: CycleOutcome;
  readonly numbers: ReadonlyMap<string, string>;
};

/** The cases of a result in the order of their numbers, read batch by batch. */
export async function* casesOf(ctx: Reading, { cycle, rows, outcome, numbers }: Of): AsyncGenerator<DossierCase> {
  const { cycleId } = cycle;
  const entries = await entriesOf(ctx, cycleId, []);
  const vetoes = (await ctx.store.all<Veto>(keys.veto(cycleId, '', '').pk)).filter(stands);
  const pool: Pool = new Map((await wholePool(ctx)).map((reviewer) => [reviewer.reviewerId, reviewer]));
  const numberOf = ({ applicationId }: ResultRow): string => numbers.get(applicationId) ?? '';
  const inOrder = rows.toSorted((a, b) => (numberOf(a) < numberOf(b) ? -1 : 1));
  const caseOf = async (row: ResultRow): Promise<DossierCase> => {
    const { applicationId } = row;
    const [application, panel, head] = await Promise.all([
      ctx.store.get(keys.application(applicationId)),
      ctx.store.find(keys.panel(applicationId)),
      ctx.store.find(keys.auditHead(`application/${applicationId}`)),
    ]);
    const publicName = outcome.publicNames.get(applicationId);
    return {
      number: numberOf(row),
      application,
      reviewed: await reviewedOne(ctx, cycle, application, panel, entries),
      adjustments: entries.adjustments(applicationId),
      vetoes: vetoes.filter((veto) => veto.applicationId === applicationId),
      ...(publicName !== undefined && { publicName }),
      headHash: head?.hash ?? '',
      sheetFacts: await sheetFactsOf(ctx, applicationId, pool),
      row,
    };
  };
  for (let from = 0; from < inOrder.length; from += BATCH) yield* await each(inOrder.slice(from, from + BATCH), caseOf);
}
