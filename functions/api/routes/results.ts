import * as z from 'zod';
import { Cycle } from '#domain/cycles';
import { ShownDraw } from '#domain/draws';
import { Panel } from '#domain/reviews';
import { Result, ResultRow } from '#domain/selections';
import { GetResultsInput, getResults } from '#services/results/get';
import { RecomputeInput, recomputeResults } from '#services/results/recompute';
import { RecordVoteInput, recordVote } from '#services/results/record-vote';
import {
  CompareSnapshotsInput,
  Comparison,
  compareSnapshots,
  GetSnapshotInput,
  getSnapshot,
  ListSnapshotsInput,
  listSnapshots,
} from '#services/results/snapshots';
import { ListVetoedInput, listVetoed, Vetoed } from '#services/results/vetoed';
import { askWhatIf, WhatIfAnswer, WhatIfInput } from '#services/results/what-if';
import { CloseRoundInput, closeRound } from '#services/reviews/close-round';
import { GetDrawInput, getDraw } from '#services/reviews/get-draw';
import { ListPanelsInput, listPanels } from '#services/reviews/list-panels';
import { ListShortPanelsInput, listShortPanels } from '#services/reviews/list-short-panels';
import { act, make, read } from '../route.ts';
import { fieldProblem, listOf, pageOf, shownMark, version } from '../shapes.ts';

const tag = '评审结果 results';
const row = ResultRow.extend({
  sheets: z.array(z.object({ assignmentId: z.string(), total: shownMark, kept: z.boolean() })),
  visits: z.array(z.object({ reviewerId: z.string(), score: shownMark })).optional(),
});

const panelState = z.object({
  applicationId: z.string(),
  organizationName: z.string(),
  categoryId: z.string(),
  panel: Panel.pick({ size: true, submitted: true, vacant: true, arbiter: true }).optional(),
  missing: z.array(fieldProblem),
});

export const resultRoutes = [
  read('/cycles/{cycleId}/matching', {
    tag,
    zh: '专家分配的抽取记录',
    en: 'How the panels were drawn',
    input: GetDrawInput,
    answer: ShownDraw,
    run: getDraw,
  }),
  read('/cycles/{cycleId}/short-panels', {
    tag,
    zh: '缺人的评审组',
    en: 'Panels with a vacant seat',
    input: ListShortPanelsInput,
    answer: listOf(Panel),
    run: listShortPanels,
  }),
  read('/cycles/{cycleId}/panels', {
    tag,
    zh: '各申报的评审进度与尚缺事项（不含分数）',
    en: 'How far each case of the open round is, and what it lacks; no scores',
    input: ListPanelsInput,
    answer: listOf(panelState).extend({ cases: z.int(), open: z.int() }),
    run: listPanels,
  }),
  act('/cycles/{cycleId}/close-round', {
    tag,
    zh: '结束评审',
    en: 'Close the round',
    input: CloseRoundInput,
    answer: Cycle.extend({ version }),
    run: closeRound,
  }),
  read('/cycles/{cycleId}/results', {
    tag,
    zh: '评审结果，按名次',
    en: 'The results by rank',
    input: GetResultsInput,
    answer: pageOf(row).extend({ result: Result }),
    run: getResults,
  }),
  read('/cycles/{cycleId}/results/snapshots', {
    tag,
    zh: '历次结果（含已更新的）',
    en: 'Every frozen result, the one in force first',
    input: ListSnapshotsInput,
    answer: listOf(Result),
    run: listSnapshots,
  }),
  read('/cycles/{cycleId}/results/snapshots/{resultId}', {
    tag,
    zh: '某次结果，按名次',
    en: 'One frozen result by rank',
    input: GetSnapshotInput,
    answer: pageOf(row).extend({ result: Result }),
    run: getSnapshot,
  }),
  read('/cycles/{cycleId}/results/comparison', {
    tag,
    zh: '两次结果的差异',
    en: 'What changed from one frozen result to another',
    input: CompareSnapshotsInput,
    answer: Comparison,
    run: compareSnapshots,
  }),
  read('/cycles/{cycleId}/vetoed', {
    tag,
    zh: '现被一票否决的申报',
    en: 'Whom a veto meets now',
    input: ListVetoedInput,
    answer: listOf(Vetoed),
    run: listVetoed,
  }),
  act('/cycles/{cycleId}/what-if', {
    tag,
    zh: '推演（不是评审结果，不作任何更改）',
    en: 'What the result would be under other settings; nothing is changed',
    input: WhatIfInput,
    answer: WhatIfAnswer,
    run: askWhatIf,
  }),
  act('/cycles/{cycleId}/results/recompute', {
    tag,
    zh: '重新计算结果（须说明理由）',
    en: 'Compute the results anew, with the reason',
    input: RecomputeInput,
    answer: Result,
    run: recomputeResults,
  }),
  make('/cycles/{cycleId}/votes', {
    tag,
    zh: '录入领导小组对并列的表决',
    en: 'Record the committee’s vote on a tie',
    input: RecordVoteInput,
    answer: Result,
    run: recordVote,
  }),
] as const;
