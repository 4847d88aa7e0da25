import * as z from 'zod';
import { AnnexRow, Decision } from '#domain/decisions';
import { ActInput, actOnDecision } from '#services/decisions/act';
import { DraftDecisionInput, draftDecision } from '#services/decisions/draft';
import { GetDecisionInput, getDecision } from '#services/decisions/get';
import { VoidNumberInput, voidNumber } from '#services/decisions/number';
import { SendBackInput, sendBackDecision } from '#services/decisions/send-back';
import { act, make, read } from '../route.ts';
import { pageOf } from '../shapes.ts';

const tag = '命名决定 decisions';
const answer = Decision;

export const decisionRoutes = [
  make('/cycles/{cycleId}/decision', {
    tag,
    zh: '拟定命名决定',
    en: 'Draft the decision with its annex',
    input: DraftDecisionInput,
    answer,
    run: draftDecision,
  }),
  read('/decisions/{decisionId}', {
    tag,
    zh: '命名决定及附件',
    en: 'A decision with its annex, page by page',
    input: GetDecisionInput,
    answer: pageOf(AnnexRow).extend({ decision: Decision }),
    run: getDecision,
  }),
  act('/decisions/{decisionId}/acts', {
    tag,
    zh: '办理下一审批环节',
    en: 'Take the next step of the approval chain',
    input: ActInput,
    answer,
    run: actOnDecision,
  }),
  act('/decisions/{decisionId}/send-back', {
    tag,
    zh: '退回决定',
    en: 'Send the decision back',
    input: SendBackInput,
    answer,
    run: sendBackDecision,
  }),
  make('/document-numbers/void', {
    tag,
    zh: '登记作废文号',
    en: 'Record the next document number as void',
    input: VoidNumberInput,
    answer: z.object({ text: z.string(), number: z.int(), voidReason: z.string() }),
    run: voidNumber,
  }),
] as const;
