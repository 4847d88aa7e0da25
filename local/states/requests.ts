import { z } from 'zod';
import { limits } from './limits.ts';

const arn = z.string().min(1).max(2_000);
const token = z.string().min(1).max(limits.token);
const payload = z.string().refine((text) => Buffer.byteLength(text) <= limits.payloadBytes, 'longer than 262144 bytes');
const status = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
const failure = { error: z.string().max(limits.error).optional(), cause: z.string().max(limits.cause).optional() };
const page = { maxResults: z.int().min(0).max(1_000).optional(), nextToken: z.string().min(1).optional() };

/** What each call takes. Members that this box has no use for are passed over, as they change nothing. */
export const requests = {
  StartExecution: z.object({ stateMachineArn: arn, name: z.string().min(1).optional(), input: z.string().optional() }),
  StopExecution: z.object({ executionArn: arn, ...failure }),
  SendTaskSuccess: z.object({ taskToken: token, output: payload }),
  SendTaskFailure: z.object({ taskToken: token, ...failure }),
  SendTaskHeartbeat: z.object({ taskToken: token }),
  DescribeExecution: z.object({ executionArn: arn }),
  ListExecutions: z.object({
    stateMachineArn: arn.optional(),
    mapRunArn: arn.optional(),
    statusFilter: status.optional(),
    ...page,
  }),
  GetExecutionHistory: z.object({
    executionArn: arn,
    reverseOrder: z.boolean().optional(),
    includeExecutionData: z.boolean().optional(),
    ...page,
  }),
  ListStateMachines: z.object(page),
  DescribeStateMachine: z.object({ stateMachineArn: arn }),
  ListMapRuns: z.object({ executionArn: arn, ...page }),
  DescribeMapRun: z.object({ mapRunArn: arn }),
} as const;

export type CallName = keyof typeof requests;

export type Request<Name extends CallName> = z.infer<(typeof requests)[Name]>;
