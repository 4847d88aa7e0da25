import * as z from 'zod';
import { AuditEvent } from '#domain/audit';
import { auditChain, ChainInput } from '#services/audit/chain';
import { AuditDayInput, auditDay } from '#services/audit/day';
import { DecideFaultInput, decideFault } from '#services/faults/decide';
import { listFaults } from '#services/faults/list';
import { act, read } from '../route.ts';
import { fieldProblem, listOf, nothing, pageOf } from '../shapes.ts';

const event = AuditEvent.extend({ zh: z.string(), en: z.string() });
const audit = '审计 audit';
const faults = '故障 faults';

export const oversightRoutes = [
  read('/audit/chain', {
    tag: audit,
    zh: '一条审计链及其校验',
    en: 'A chain of the audit, verified',
    input: ChainInput,
    answer: z.object({
      chainId: z.string(),
      events: z.array(event),
      whole: z.boolean(),
      brokenAt: z.int().optional(),
    }),
    run: auditChain,
  }),
  read('/audit/days/{day}', {
    tag: audit,
    zh: '某日全部操作',
    en: 'Everything that was done on a day',
    input: AuditDayInput,
    answer: pageOf(event),
    run: auditDay,
  }),
  read('/faults', {
    tag: faults,
    zh: '待处理的流程故障',
    en: 'Runs that failed and wait',
    input: nothing,
    answer: listOf(
      z.object({
        gateId: z.string(),
        subjectId: z.string(),
        since: z.string(),
        execution: z.string(),
        state: z.string(),
        error: z.string(),
        refusal: z.object({ zh: z.string(), en: z.string(), fields: z.array(fieldProblem) }).optional(),
      }),
    ),
    run: listFaults,
  }),
  act('/faults/decide', {
    tag: faults,
    zh: '重试或终止故障流程',
    en: 'Retry a failed run, or give it up',
    input: DecideFaultInput,
    answer: z.object({ gateId: z.string(), decision: z.enum(['retry', 'abandon']) }),
    run: decideFault,
  }),
] as const;
