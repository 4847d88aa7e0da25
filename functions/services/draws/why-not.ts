import * as z from 'zod';
import { inWords } from '#domain/barrier-words';
import type { DrawnPanel } from '#domain/draw';
import { readDrawFile } from '#domain/draw-file';
import { type Barrier, barriersIn, coreOf, type DrawProblem } from '#domain/draw-problem';
import { type DrawRecord, drawRounds } from '#domain/draws';
import type { Core, Solution } from '#domain/matching/core';
import { type WhyNot, whyNot, whyNotWords } from '#domain/matching/why-not';
import { holds } from '#domain/people';
import { isConflicted } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { drawInForce } from './in-force.ts';
import type { DrawCertificate } from './stage.ts';

export const WhyNotInput = z.strictObject({
  cycleId: z.string(),
  applicationId: z.string(),
  reviewerId: z.string(),
  round: z.enum(drawRounds).default('documents'),
});

export type WhyNotAnswer = {
  readonly round: DrawRecord['round'];
  readonly number: number;
  /** `no-panel`: the application was not drawn; `not-drawn-from`: the reviewer was not in the draw's pool. */
  readonly kind: WhyNot['kind'] | 'no-panel' | 'not-drawn-from';
  /** What forbids the pair, as it was frozen. */
  readonly sources: readonly Barrier[];
  /** How much total fit the pair would cost, and how many other panels would change. */
  readonly cost: number;
  readonly otherPanels: number;
  readonly zh: string;
  readonly en: string;
};

type Made = { readonly problem: DrawProblem; readonly core: Core; readonly solution: Solution };

/** The draw as it was made, out of its frozen files. */
async function made(ctx: Context, draw: DrawRecord): Promise<Made> {
  const [inputs, panels, certificate] = await Promise.all(
    [draw.inputsKey, draw.panelsKey, draw.certificateKey].map((key) => ctx.bucket.getText(key)),
  );
  const problem = readDrawFile(inputs ?? '');
  const columnOf = new Map(problem.reviewers.map(({ reviewerId }, at) => [reviewerId, at]));
  const members = (JSON.parse(panels ?? '') as DrawnPanel[]).map(({ reviewerIds }) =>
    reviewerIds.map((id) => columnOf.get(id) ?? -1),
  );
  const { total, prices, pins } = JSON.parse(certificate ?? '') as DrawCertificate;
  const offsets = new Int32Array(members.length + 1);
  for (const [row, own] of members.entries()) offsets[row + 1] = (offsets[row] as number) + own.length;
  const solution = { members: Int32Array.from(members.flat()), offsets, total, prices: Float64Array.from(prices) };
  return { problem, core: { ...coreOf(problem), pins }, solution };
}

type Names = { readonly application: string; readonly reviewer: string };
type Answer = Pick<WhyNotAnswer, 'kind' | 'sources' | 'cost' | 'otherPanels' | 'zh' | 'en'>;

const none = { sources: [], cost: 0, otherPanels: 0 } as const;

const noPanel = ({ application }: Names): Answer => ({
  ...none,
  kind: 'no-panel',
  zh: `「${application}」不在本轮抽取之列。`,
  en: `${application} was not in this draw.`,
});

const notDrawnFrom = ({ reviewer }: Names): Answer => ({
  ...none,
  kind: 'not-drawn-from',
  zh: `抽取时${reviewer}不在可抽取之列（未受邀或未接受、已声明不参加、时间不符或工作量上限为 0）。`,
  en: `${reviewer} was not in the pool that was drawn from: not invited or not answered, not available, or without load.`,
});

function barred(sources: readonly Barrier[], { application, reviewer }: Names): Answer {
  const { zh, en } = inWords(sources);
  return {
    ...none,
    kind: 'forbidden',
    sources,
    zh: `${reviewer}不能评审「${application}」：${zh}。`,
    en: `${reviewer} must not review ${application}: ${en}.`,
  };
}

/** Whether every seat of the row is fixed. */
const isPinned = ({ pins, sizes }: Core, at: number): boolean =>
  pins.filter(([row]) => row === at).length === sizes[at];

async function answerOf(
  ctx: Context,
  draw: DrawRecord,
  of: z.output<typeof WhyNotInput>,
  names: Names,
): Promise<Answer> {
  const { problem, core, solution } = await made(ctx, draw);
  const row = problem.applications.findIndex(({ applicationId }) => applicationId === of.applicationId);
  const column = problem.reviewers.findIndex(({ reviewerId }) => reviewerId === of.reviewerId);
  if (row < 0) return noPanel(names);
  if (column < 0) return notDrawnFrom(names);
  const sources = barriersIn(problem.fit[row * problem.reviewers.length + column] as number);
  if (sources.length > 0) return barred(sources, names);
  const found = whyNot(core, solution, row, column);
  // A panel that fairness gave is whole and stays: the pair is impossible because of that alone.
  const isGiven = found.kind === 'impossible' && core.pins.length > problem.pins.length && isPinned(core, row);
  const why = isGiven ? { ...found, kind: 'fairness' as const } : found;
  const otherPanels = Math.max(0, new Set(why.handovers.map((each) => each.row)).size - 1);
  const words = whyNotWords(why, `「${names.application}」`, names.reviewer);
  return { kind: why.kind, sources: [], cost: why.cost, otherPanels, ...words };
}

/** 为什么没有抽到: of any pair, out of the frozen draw in force; for office and supervisor. */
export async function whyNotDrawn(ctx: Context, input: z.input<typeof WhyNotInput>): Promise<WhyNotAnswer> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const given = parse(WhyNotInput, input);
  const { cycleId, applicationId, reviewerId, round } = given;
  const [application, reviewer] = await Promise.all([
    ctx.store.get(keys.application(applicationId)),
    ctx.store.get(keys.reviewer(reviewerId)),
  ]);
  allow(application.cycleId === cycleId, 'NotFound');
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  const draw = await drawInForce(ctx, cycleId, round);
  allow(draw !== undefined, 'WrongState', { state: 'not drawn' });
  const names = { application: application.organizationName, reviewer: reviewer.name };
  return { round, number: draw.number, ...(await answerOf(ctx, draw, given, names)) };
}
