import * as z from 'zod';
import { Cycle, CyclePlan } from '#domain/cycles';
import { Extension } from '#domain/extensions';
import { AbandonCycleInput, abandonCycle } from '#services/cycles/abandon';
import { announceCycle, CycleRef } from '#services/cycles/announce';
import { cycleBoard } from '#services/cycles/board';
import { CloseWindowInput, closeWindow } from '#services/cycles/close-window';
import { CopyCycleInput, copyCycle } from '#services/cycles/copy';
import { createCycle } from '#services/cycles/create';
import { ExportApplicationsInput, exportApplications } from '#services/cycles/export-applications';
import { exportSummary } from '#services/cycles/export-summary';
import { ExtendInput, extendDeadline } from '#services/cycles/extend';
import { getCycle } from '#services/cycles/get';
import { ListCyclesInput, listCycles } from '#services/cycles/list';
import { startReview } from '#services/cycles/start-review';
import { UpdateCycleInput, updateCycle } from '#services/cycles/update';
import { act, make, read, replace } from '../route.ts';
import { pageOf, version } from '../shapes.ts';

const tag = '批次 cycles';
const answer = z.object({ ...Cycle.shape, version });
const planChange = z.object({
  path: z.string(),
  before: z.union([z.string(), z.number()]).optional(),
  after: z.union([z.string(), z.number()]).optional(),
  zh: z.string().optional(),
  en: z.string().optional(),
});
const planned = z.object({ firstDay: z.string(), lastDay: z.string(), endsAt: z.string() });

export const cycleRoutes = [
  read('/cycles', {
    tag,
    zh: '批次列表',
    en: 'Cycles',
    input: ListCyclesInput,
    answer: pageOf(answer),
    run: listCycles,
  }),
  make('/cycles', { tag, zh: '筹划批次', en: 'Plan a cycle', input: CyclePlan, answer, run: createCycle }),
  read('/cycles/{cycleId}', {
    tag,
    zh: '批次及预计公示期',
    en: 'A cycle with its publicity as planned',
    input: CycleRef,
    answer: answer.extend({ planned: planned.optional() }),
    run: getCycle,
  }),
  replace('/cycles/{cycleId}', {
    tag,
    zh: '修改批次草案',
    en: 'Change the plan of a draft',
    input: UpdateCycleInput,
    answer,
    run: updateCycle,
  }),
  make('/cycles/{cycleId}/copy', {
    tag,
    zh: '沿用此批次筹划新批次',
    en: 'Plan a new cycle after this one',
    input: CopyCycleInput,
    answer: answer.extend({ changes: z.array(planChange) }),
    run: copyCycle,
  }),
  act('/cycles/{cycleId}/announce', {
    tag,
    zh: '发布批次',
    en: 'Announce',
    input: CycleRef,
    answer,
    run: announceCycle,
  }),
  act('/cycles/{cycleId}/close-window', {
    tag,
    zh: '提前截止申报',
    en: 'Close the window early',
    input: CloseWindowInput,
    answer,
    run: closeWindow,
  }),
  make('/cycles/{cycleId}/extensions', {
    tag,
    zh: '延长期限',
    en: 'Extend a deadline',
    input: ExtendInput,
    answer: Extension,
    run: extendDeadline,
  }),
  act('/cycles/{cycleId}/start-review', {
    tag,
    zh: '开始评审',
    en: 'Start the review',
    input: CycleRef,
    answer,
    run: startReview,
  }),
  act('/cycles/{cycleId}/abandon', {
    tag,
    zh: '终止批次',
    en: 'Abandon the cycle',
    input: AbandonCycleInput,
    answer,
    run: abandonCycle,
  }),
  read('/cycles/{cycleId}/board', {
    tag,
    zh: '进度看板',
    en: 'The board of the cycle',
    input: CycleRef,
    answer: z.object({
      cycleId: z.string(),
      status: z.string(),
      counts: z.record(z.string(), z.record(z.string(), z.int())),
      openFaults: z.int(),
      deadlines: z.record(z.string(), z.string()),
      serverTime: z.string(),
    }),
    run: cycleBoard,
  }),
  read('/cycles/{cycleId}/export/summary', {
    tag,
    zh: '导出批次（不含申报）',
    en: 'Export a cycle without its applications',
    input: CycleRef,
    answer: z.record(z.string(), z.unknown()),
    run: exportSummary,
  }),
  read('/cycles/{cycleId}/export/applications', {
    tag,
    zh: '分页导出批次的申报',
    en: "Export a cycle's applications, page by page",
    input: ExportApplicationsInput,
    answer: pageOf(z.record(z.string(), z.unknown())),
    run: exportApplications,
  }),
] as const;
