import * as z from 'zod';
import { barriers } from '#domain/draw-problem';
import { Coverage, drawAims, drawRounds, Pin, ShownDraw, Spread } from '#domain/draws';
import { SiteTeam } from '#domain/reviews';
import { assignmentBoard, BoardInput } from '#services/draws/board';
import { LinkDrawInput, linkDraw } from '#services/draws/link';
import { ListDrawsInput, listDraws } from '#services/draws/list';
import { PreviewNowInput, previewNow } from '#services/draws/preview';
import { RemindInput, remindOverdue } from '#services/draws/remind';
import { WhyNotInput, whyNotDrawn } from '#services/draws/why-not';
import { ListPinsInput, listPins } from '#services/pins/list';
import { PinInput, pinReviewer } from '#services/pins/pin';
import { unpinReviewer } from '#services/pins/unpin';
import { ReplaceVisitorInput, replaceVisitor } from '#services/site/replace-visitor';
import { act, make, read } from '../route.ts';
import { fieldProblem, listOf, version } from '../shapes.ts';

const tag = '专家分配 assignment desk';

const barrier = z.enum(barriers);
const words = { zh: z.string(), en: z.string() };

const outcome = z.object({
  certified: z.literal(true),
  totalFit: z.int(),
  worstFit: z.int(),
  worstBound: z.number(),
  givenUp: z.int().optional(),
  spread: Spread.optional(),
  loads: z.array(z.object({ reviewerId: z.string(), name: z.string(), load: z.int(), least: z.int(), most: z.int() })),
  coverage: z.array(Coverage),
  panels: z.array(
    z.object({
      applicationId: z.string(),
      name: z.string(),
      categoryId: z.string(),
      fit: z.int(),
      matched: z.int(),
    }),
  ),
});

const preview = z.object({
  at: z.string(),
  aim: z.enum(drawAims),
  seed: z.string(),
  isRedraw: z.boolean(),
  applications: z.int(),
  withPanel: z.int(),
  reviewers: z.int(),
  pins: z.int(),
  samples: ShownDraw.shape.samples,
  closedPairs: z.array(z.object({ source: barrier, pairs: z.int() })),
  outcome: outcome.optional(),
  refusal: z.object({ code: z.string(), ...words, fields: z.array(fieldProblem) }).optional(),
});

const counts = { assigned: z.int(), pending: z.int(), submitted: z.int(), overdue: z.int() };

const board = z.object({
  reviewers: z.array(
    z.object({
      reviewerId: z.string(),
      name: z.string(),
      organizationName: z.string(),
      ...counts,
      visits: z.int(),
      visited: z.int(),
    }),
  ),
  categories: z.array(z.object({ categoryId: z.string(), ...counts, coverage: Coverage.optional() })),
  draw: ShownDraw.pick({ number: true, totalFit: true, worstFit: true, spread: true, drawnAt: true }).optional(),
});

const whyNot = z.object({
  round: z.enum(drawRounds),
  number: z.int(),
  kind: z.string(),
  sources: z.array(barrier),
  cost: z.int(),
  otherPanels: z.int(),
  ...words,
});

/** Pins, previews, draws and what came of them. Redraws, site teams and large previews are jobs. */
export const assignmentDeskRoutes = [
  read('/cycles/{cycleId}/pins', {
    tag,
    zh: '指定的专家',
    en: 'Whom the office set on panels',
    input: ListPinsInput,
    answer: listOf(Pin.extend({ version })),
    run: listPins,
  }),
  make('/cycles/{cycleId}/pins', {
    tag,
    zh: '指定专家（须说明理由）',
    en: 'Set a reviewer on a panel before the draw, with the reason',
    input: PinInput,
    answer: Pin,
    run: pinReviewer,
  }),
  act('/cycles/{cycleId}/pins/release', {
    tag,
    zh: '撤销指定（须说明理由）',
    en: 'Take a pin away, with the reason',
    input: PinInput,
    answer: Pin,
    run: unpinReviewer,
  }),
  act('/cycles/{cycleId}/matching/preview', {
    tag,
    zh: '试算专家分配',
    en: 'Preview the draw, without effect',
    input: PreviewNowInput,
    answer: preview,
    run: previewNow,
  }),
  read('/cycles/{cycleId}/matching/why-not', {
    tag,
    zh: '某专家为何未分配到某申报',
    en: 'Why a reviewer is not on a panel',
    input: WhyNotInput,
    answer: whyNot,
    run: whyNotDrawn,
  }),
  read('/cycles/{cycleId}/draws', {
    tag,
    zh: '历次抽取记录',
    en: 'Every draw of the cycle, of both rounds',
    input: ListDrawsInput,
    answer: listOf(ShownDraw),
    run: listDraws,
  }),
  read('/cycles/{cycleId}/draws/{round}/{number}/{file}', {
    tag,
    zh: '抽取的封存文件（可据以重算）',
    en: 'A link to the frozen inputs, the panels or the certificate of a draw',
    input: LinkDrawInput,
    answer: z.object({ url: z.string(), inputHash: z.string(), outputHash: z.string() }),
    run: linkDraw,
  }),
  read('/cycles/{cycleId}/assignment-board', {
    tag,
    zh: '专家工作量与评审进度',
    en: 'Who has how much, and how far they are',
    input: BoardInput,
    answer: board,
    run: assignmentBoard,
  }),
  act('/cycles/{cycleId}/remind-overdue', {
    tag,
    zh: '催办逾期的评审',
    en: 'Remind reviewers of what is overdue, at most once a day',
    input: RemindInput,
    answer: z.object({ reminded: z.array(z.string()), toldToday: z.array(z.string()) }),
    run: remindOverdue,
  }),
  act('/applications/{applicationId}/site-team/replace', {
    tag,
    zh: '更换或补足考察专家（须说明理由）',
    en: 'Replace a visitor, or fill a vacant seat of the site team, with the reason',
    input: ReplaceVisitorInput,
    answer: SiteTeam.extend({ version }),
    run: replaceVisitor,
  }),
] as const;
