import { type Analysis, analyse } from '#domain/analysis/analyse';
import type { AnalysedApplication, AnalysedSheet } from '#domain/analysis/sheets';
import { type Application, isOut } from '#domain/applications';
import type { Assessment } from '#domain/assessments';
import { hashOf } from '#domain/audit';
import { type Cycle, categoryWithin } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import type { Assignment, Panel } from '#domain/reviews';
import { panelRuleOf } from '#domain/scored';
import { scoresOf } from '#domain/sheets';
import { leavesOf, type Standard, sheetTotal } from '#domain/standards';
import { validAssignments } from '#domain/valid-sheets';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';
import { each } from '../each.ts';
import { standardAt } from '../standards/stored.ts';

type Reading = Pick<Context, 'store'>;

/** The applications of a category that are or were under review, whatever became of them since. */
export async function reviewedApplications(
  ctx: Reading,
  cycleId: string,
  categoryId: string,
): Promise<{ application: Application; panel: Panel }[]> {
  const applications = await applicationsOf(ctx, cycleId, [categoryId]);
  const panels = await ctx.store.getMany(applications.map(({ applicationId }) => keys.panel(applicationId)));
  const panelBy = new Map(panels.map((panel) => [panel.applicationId, panel]));
  return applications.flatMap((application) => {
    const panel = panelBy.get(application.applicationId);
    return panel && !isOut(application) ? [{ application, panel }] : [];
  });
}

/** A sheet that counts, with every submission before it. */
async function sheetOf(ctx: Reading, standard: Standard, assignment: Assignment): Promise<AnalysedSheet> {
  const { assignmentId, reviewerId, submissions } = assignment;
  const numbers = Array.from({ length: submissions }, (_, at) => at + 1);
  const kept = await ctx.store.getMany(numbers.map((number) => keys.submittedSheet(assignmentId, number)));
  const inOrder = kept.toSorted((a, b) => a.number - b.number).map(({ marks }) => scoresOf(marks));
  const all = inOrder.map((marks) => ({ marks, total: sheetTotal(standard, marks) }));
  const last = all.at(-1);
  if (!last || all.length !== submissions) throw new AwardError('Internal');
  return { reviewerId, ...last, earlier: all.slice(0, -1) };
}

/** The sum of the self-scores, or nothing where a point has none. */
async function selfScoreOf(
  ctx: Reading,
  standard: Standard,
  { applicationId, assessments }: Application,
): Promise<number | undefined> {
  const snapshot = await ctx.store.find(keys.snapshot(applicationId, 'assessment', assessments));
  // Safe: the verb that submits a self-assessment writes exactly this into its snapshot.
  const points = (snapshot?.content as Assessment | undefined)?.points;
  const scores = leavesOf(standard).map(({ pointId }) => points?.[pointId]?.score);
  return scores.reduce<number | undefined>(
    (sum, score) => (sum === undefined || score === undefined ? undefined : sum + score),
    0,
  );
}

async function sheetsOf(
  ctx: Reading,
  standard: Standard,
  { application, panel }: { application: Application; panel: Panel },
): Promise<AnalysedApplication> {
  const { applicationId } = application;
  const { pk, sk } = keys.assignment(applicationId, '');
  const valid = validAssignments(await ctx.store.all<Assignment>(pk, sk), panel);
  const [sheets, selfScore] = await Promise.all([
    Promise.all(valid.map((assignment) => sheetOf(ctx, standard, assignment))),
    selfScoreOf(ctx, standard, application),
  ]);
  return { applicationId, sheets, ...(selfScore !== undefined && { selfScore }) };
}

export type CategoryAnalysis = {
  /** Reviewers are called by number (`R01`) in it. */
  readonly analysis: Analysis;
  readonly applications: readonly Application[];
  /** Who stands behind the numbers: for office and supervisor only. */
  readonly reviewerIds: ReadonlyMap<string, string>;
};

/** Numbers in an order that tells nothing of the reviewers, the same as long as the same reviewers have sheets. */
function numbersOf(cycleId: string, reviewerIds: readonly string[]): Map<string, string> {
  const rank = new Map(reviewerIds.map((reviewerId) => [reviewerId, hashOf(['analysis', cycleId, reviewerId])]));
  const shuffled = reviewerIds.toSorted((a, b) => ((rank.get(a) ?? '') < (rank.get(b) ?? '') ? -1 : 1));
  const digits = String(shuffled.length).length;
  return new Map(shuffled.map((reviewerId, at) => [reviewerId, `R${String(at + 1).padStart(digits, '0')}`]));
}

/** Reads the sheets of a category that count now and analyses them. Nothing of it is kept. */
export async function analysisOf(
  ctx: Reading,
  cycle: Cycle,
  categoryId: string,
  cases: Awaited<ReturnType<typeof reviewedApplications>>,
): Promise<CategoryAnalysis> {
  const category = categoryWithin(cycle, categoryId);
  const standard = await standardAt(ctx, category.standardId, category.standardVersion);
  const read = await each(cases, (one) => sheetsOf(ctx, standard, one));
  const reviewerIds = [...new Set(read.flatMap(({ sheets }) => sheets.map((sheet) => sheet.reviewerId)))];
  const numbers = numbersOf(cycle.cycleId, reviewerIds);
  const applications = read.map((application) => ({
    ...application,
    sheets: application.sheets.map((sheet) => ({ ...sheet, reviewerId: numbers.get(sheet.reviewerId) ?? '' })),
  }));
  const analysis = analyse({
    seed: `${cycle.cycleId}/${categoryId}`,
    top: category.quota.total,
    panelRule: panelRuleOf(category),
    fullMarks: standard.fullMarks,
    applications,
  });
  return {
    analysis,
    applications: cases.map(({ application }) => application),
    reviewerIds: new Map([...numbers].map(([reviewerId, number]) => [number, reviewerId])),
  };
}
