import * as z from 'zod';
import { Adjustment, Assignment, Component, Panel, Veto } from '#domain/reviews';
import { AddAdjustmentInput, addAdjustment } from '#services/reviews/add-adjustment';
import { ConfirmComponentInput, confirmComponent } from '#services/reviews/confirm-component';
import { EnterVetoInput, enterVeto } from '#services/reviews/enter-veto';
import { ListConfirmationsInput, listConfirmations } from '#services/reviews/list-confirmations';
import { ListEntriesInput, listEntries } from '#services/reviews/list-entries';
import { ListPanelInput, listPanel } from '#services/reviews/list-panel';
import { RecordComponentInput, recordComponent } from '#services/reviews/record-component';
import { SeatArbiterInput, seatArbiter } from '#services/reviews/seat-arbiter';
import {
  WithdrawAdjustmentInput,
  WithdrawComponentInput,
  WithdrawVetoInput,
  withdrawAdjustment,
  withdrawComponent,
  withdrawVeto,
} from '#services/reviews/withdraw-entry';
import { act, make, read } from '../route.ts';
import { listOf, shownMark, version } from '../shapes.ts';

const tag = '评审录入 entries';
const component = Component.extend({ score: shownMark, version });
const adjustment = Adjustment.extend({ points: shownMark });

export const entryRoutes = [
  read('/applications/{applicationId}/panel', {
    tag,
    zh: '评审组与分配情况（不含分数）',
    en: 'The panel and its assignments, without scores',
    input: ListPanelInput,
    answer: z.object({ panel: Panel, items: z.array(Assignment.extend({ version })) }),
    run: listPanel,
  }),
  make('/applications/{applicationId}/panel/arbiter', {
    tag,
    zh: '补派仲裁专家',
    en: 'Seat an arbiter where nobody was found',
    input: SeatArbiterInput,
    answer: Assignment,
    run: seatArbiter,
  }),
  read('/applications/{applicationId}/entries', {
    tag,
    zh: '实地、满意度、加减分与否决',
    en: 'What was entered beside the sheets',
    input: ListEntriesInput,
    answer: z.object({
      components: z.array(component),
      adjustments: z.array(adjustment),
      vetoes: z.array(Veto),
    }),
    run: listEntries,
  }),
  make('/applications/{applicationId}/components', {
    tag,
    zh: '录入实地考察或满意度结果',
    en: 'Record a site visit or a survey',
    input: RecordComponentInput,
    answer: component,
    run: recordComponent,
  }),
  act('/applications/{applicationId}/components/{component}/confirm', {
    tag,
    zh: '专家确认录入结果',
    en: 'Confirm what was transcribed',
    input: ConfirmComponentInput,
    answer: component,
    run: confirmComponent,
  }),
  read('/cycles/{cycleId}/confirmations', {
    tag,
    zh: '待我确认的录入结果',
    en: 'Transcriptions that wait for my confirmation',
    input: ListConfirmationsInput,
    answer: listOf(component.extend({ organizationName: z.string() })),
    run: listConfirmations,
  }),
  make('/applications/{applicationId}/adjustments', {
    tag,
    zh: '加分或扣分',
    en: 'Add a bonus or a deduction',
    input: AddAdjustmentInput,
    answer: adjustment,
    run: addAdjustment,
  }),
  make('/applications/{applicationId}/vetoes', {
    tag,
    zh: '一票否决',
    en: 'Enter a veto',
    input: EnterVetoInput,
    answer: Veto,
    run: enterVeto,
  }),
  act('/applications/{applicationId}/components/{component}/withdraw', {
    tag,
    zh: '撤销录入结果（须说明理由）',
    en: 'Withdraw what was transcribed, with the reason',
    input: WithdrawComponentInput,
    answer: component,
    run: withdrawComponent,
  }),
  act('/applications/{applicationId}/adjustments/{adjustmentId}/withdraw', {
    tag,
    zh: '撤销加分或扣分（须说明理由）',
    en: 'Withdraw a bonus or a deduction, with the reason',
    input: WithdrawAdjustmentInput,
    answer: adjustment,
    run: withdrawAdjustment,
  }),
  act('/applications/{applicationId}/vetoes/{vetoId}/withdraw', {
    tag,
    zh: '撤销一票否决（须说明理由）',
    en: 'Withdraw a veto, with the reason',
    input: WithdrawVetoInput,
    answer: Veto,
    run: withdrawVeto,
  }),
] as const;
