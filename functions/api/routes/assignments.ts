import * as z from 'zod';
import { MarkBasis } from '#domain/leaf-marks';
import { Assignment, Sheet } from '#domain/reviews';
import { Standard } from '#domain/standards';
import { AssignmentInput, acceptAssignment } from '#services/reviews/accept';
import { ExtendInput, extendAssignment } from '#services/reviews/extend';
import { GetAssignmentInput, getAssignment } from '#services/reviews/get-assignment';
import { GetSheetInput, getSheet } from '#services/reviews/get-sheet';
import { ListPanelSheetsInput, listPanelSheets } from '#services/reviews/list-panel-sheets';
import { ListQueueInput, listQueue } from '#services/reviews/list-queue';
import { ListSubmissionsInput, listSubmissions } from '#services/reviews/list-submissions';
import { ReassignInput, reassign } from '#services/reviews/reassign';
import { RecuseInput, recuse } from '#services/reviews/recuse';
import { SaveSheetInput, saveSheet } from '#services/reviews/save-sheet';
import { SubmitSheetInput, submitSheet } from '#services/reviews/submit-sheet';
import { UnlockInput, unlockSheet } from '#services/reviews/unlock-sheet';
import { act, read, replace } from '../route.ts';
import { blindShape, listOf, shownMark, version } from '../shapes.ts';
import { assessmentShape } from './assessments.ts';

const tag = '评审 assignments';

/** What a reviewer may know of an assignment: not whom they follow nor why they were asked. */
const own = Assignment.omit({ replaces: true, role: true }).extend({ version: version.optional() });
const answer = Assignment.extend({ version: version.optional() });

const sheet = Sheet.extend({
  marks: z.record(
    z.string(),
    z.object({ score: shownMark.optional(), given: MarkBasis.optional(), comment: z.string() }),
  ),
  version,
});

const submission = sheet.omit({ version: true }).extend({
  number: z.int(),
  at: z.string(),
  changes: z
    .object({
      points: z.array(
        z.object({
          pointId: z.string(),
          from: shownMark.optional(),
          to: shownMark.optional(),
          commentChanged: z.boolean(),
        }),
      ),
      overallChanged: z.boolean(),
    })
    .optional(),
});

const panelSheet = sheet
  .pick({ marks: true, overall: true })
  .extend({ pseudonym: z.string(), isOwn: z.boolean(), total: shownMark });

const material = z.object({
  standard: Standard,
  form: z.unknown(),
  assessment: assessmentShape.optional(),
  evidence: z.array(
    z.object({
      fileId: z.string(),
      fileName: z.string(),
      contentType: z.string(),
      size: z.int(),
      pointId: z.string().optional(),
    }),
  ),
});

export const assignmentRoutes = [
  read('/assignments', {
    tag,
    zh: '我的评审任务，按截止时间',
    en: 'My queue, what is due first in front',
    input: ListQueueInput,
    answer: listOf(own),
    run: listQueue,
  }),
  read('/assignments/{assignmentId}', {
    tag,
    zh: '评审任务与评审材料',
    en: 'An assignment with what is to be judged',
    input: GetAssignmentInput,
    answer: z.object({ assignment: answer, material: material.optional(), blind: blindShape.optional() }),
    run: getAssignment,
  }),
  act('/assignments/{assignmentId}/accept', {
    tag,
    zh: '接受评审任务',
    en: 'Accept the assignment',
    input: AssignmentInput,
    answer: own,
    run: acceptAssignment,
  }),
  act('/assignments/{assignmentId}/recuse', {
    tag,
    zh: '回避',
    en: 'Recuse oneself',
    input: RecuseInput,
    answer: z.object({ assignment: own, seatVacant: z.boolean() }),
    run: recuse,
  }),
  read('/assignments/{assignmentId}/sheet', {
    tag,
    zh: '评分表',
    en: 'The score sheet',
    input: GetSheetInput,
    answer: sheet,
    run: getSheet,
  }),
  replace('/assignments/{assignmentId}/sheet', {
    tag,
    zh: '保存评分草稿',
    en: 'Save the sheet as a draft',
    input: SaveSheetInput,
    answer: sheet,
    run: saveSheet,
  }),
  act('/assignments/{assignmentId}/sheet/submit', {
    tag,
    zh: '提交评分',
    en: 'Hand the sheet in',
    input: SubmitSheetInput,
    answer: own,
    run: submitSheet,
  }),
  read('/assignments/{assignmentId}/submissions', {
    tag,
    zh: '历次提交的评分表及其变化',
    en: 'Every submission of the sheet, with what it changed',
    input: ListSubmissionsInput,
    answer: listOf(submission),
    run: listSubmissions,
  }),
  read('/assignments/{assignmentId}/panel-sheets', {
    tag,
    zh: '本组其他评委的评分（评审结束后，以代称显示）',
    en: 'The sheets of the own panel by pseudonym, once the round is closed',
    input: ListPanelSheetsInput,
    answer: listOf(panelSheet),
    run: listPanelSheets,
  }),
  act('/assignments/{assignmentId}/unlock', {
    tag,
    zh: '解锁评分表（须说明理由）',
    en: 'Unlock a submitted sheet, with the reason',
    input: UnlockInput,
    answer,
    run: unlockSheet,
  }),
  act('/assignments/{assignmentId}/reassign', {
    tag,
    zh: '更换或补足专家（须说明理由）',
    en: 'Reassign, or fill a vacant seat, with the reason',
    input: ReassignInput,
    answer,
    run: reassign,
  }),
  act('/assignments/{assignmentId}/extend', {
    tag,
    zh: '延长评审期限（须说明理由）',
    en: 'Extend the deadline, with the reason',
    input: ExtendInput,
    answer,
    run: extendAssignment,
  }),
] as const;
