import * as z from 'zod';
import { Objection } from '#domain/objections';
import { AdmitInput, admitObjection, RefuseObjectionInput, refuseObjection } from '#services/objections/admit';
import { AnswerInput, ArchiveInput, answerObjection, archiveObjection } from '#services/objections/answer';
import { DetermineInput, determineObjection } from '#services/objections/determine';
import { EnterLetterInput, enterLetter, FileObjectionInput, fileObjection } from '#services/objections/file';
import { GetObjectionInput, getObjection, ObjectionView } from '#services/objections/get';
import { InvestigateInput, investigateObjection } from '#services/objections/investigate';
import { ListObjectionsInput, listObjections } from '#services/objections/list';
import { OpenExOfficioInput, openExOfficio } from '#services/objections/open-ex-officio';
import { OwnObjection, OwnObjectionsInput, ownObjections } from '#services/objections/own';
import { WithdrawObjectionInput, withdrawObjection } from '#services/objections/withdraw';
import { act, make, read } from '../route.ts';
import { pageOf } from '../shapes.ts';

const tag = '异议 objections';
/** Who objects is no field of it. */
const answer = Objection;
/** What the objector gets in hand. */
const receipt = Objection.pick({
  objectionId: true,
  status: true,
  defects: true,
  reason: true,
  receivedAt: true,
  admitBy: true,
});

export const objectionRoutes = [
  make('/public/notices/{publicityId}/objections', {
    tag,
    access: 'public',
    zh: '提出异议',
    en: 'Object',
    input: FileObjectionInput,
    answer: receipt,
    run: fileObjection,
  }),
  make('/notices/{publicityId}/objections', {
    tag,
    zh: '登录后提出异议（可在线撤回）',
    en: 'Object when signed in, so that it can be withdrawn online',
    input: FileObjectionInput,
    answer: receipt,
    run: fileObjection,
  }),
  read('/publicities/{publicityId}/objections', {
    tag,
    zh: '一次公示的异议',
    en: 'The objections of a publicity',
    input: ListObjectionsInput,
    answer: z.object({ items: z.array(Objection) }),
    run: listObjections,
  }),
  make('/publicities/{publicityId}/objections', {
    tag,
    zh: '登记来信异议',
    en: 'Enter a letter',
    input: EnterLetterInput,
    answer,
    run: enterLetter,
  }),
  read('/objections/{objectionId}', {
    tag,
    zh: '一件异议',
    en: 'One objection',
    input: GetObjectionInput,
    answer: ObjectionView,
    run: getObjection,
  }),
  read('/me/objections', {
    tag,
    zh: '我登录后提出的异议',
    en: 'My own objections, made while signed in',
    input: OwnObjectionsInput,
    answer: pageOf(OwnObjection),
    run: ownObjections,
  }),
  act('/objections/{objectionId}/admit', {
    tag,
    zh: '受理',
    en: 'Admit',
    input: AdmitInput,
    answer,
    run: admitObjection,
  }),
  act('/objections/{objectionId}/refuse', {
    tag,
    zh: '不予受理',
    en: 'Refuse as inadmissible',
    input: RefuseObjectionInput,
    answer,
    run: refuseObjection,
  }),
  act('/objections/{objectionId}/investigate', {
    tag,
    zh: '开始核查',
    en: 'Begin the check',
    input: InvestigateInput,
    answer,
    run: investigateObjection,
  }),
  act('/objections/{objectionId}/determine', {
    tag,
    zh: '作出认定',
    en: 'Determine',
    input: DetermineInput,
    answer,
    run: determineObjection,
  }),
  act('/objections/{objectionId}/answer', {
    tag,
    zh: '答复异议人',
    en: 'Answer the objector',
    input: AnswerInput,
    answer,
    run: answerObjection,
  }),
  act('/objections/{objectionId}/archive', {
    tag,
    zh: '归档',
    en: 'Archive',
    input: ArchiveInput,
    answer,
    run: archiveObjection,
  }),
  act('/objections/{objectionId}/withdraw', {
    tag,
    zh: '记录撤回',
    en: 'Note a withdrawal',
    input: WithdrawObjectionInput,
    answer,
    run: withdrawObjection,
  }),
  make('/objections/{objectionId}/ex-officio', {
    tag,
    zh: '依职权核查',
    en: 'Check its leads ex officio',
    input: OpenExOfficioInput,
    answer,
    run: openExOfficio,
  }),
] as const;
