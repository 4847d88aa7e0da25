import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { ExecutionStart } from './records.ts';

/** The workflows, seen from the verbs and the relay. */
export type Executions = {
  /** Starting the same name again is the same start. */
  start(start: ExecutionStart): Promise<void>;
  /** `gone` when nobody waits on this token any more. */
  succeed(token: string, output: unknown): Promise<'delivered' | 'gone'>;
  describe(workflow: ExecutionStart['workflow'], name: string): Promise<{ status: string } | undefined>;
  history(workflow: ExecutionStart['workflow'], name: string): Promise<HistoryEvent[]>;
  stop(workflow: ExecutionStart['workflow'], name: string, cause: string): Promise<void>;
};

/** Arns of the state machines by workflow name. */
export type Machines = Readonly<Record<ExecutionStart['workflow'], string>>;

const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;

export function openExecutions(client: SFNClient, machines: Machines): Executions {
  return {
    async start({ workflow, name, input }) {
      try {
        await client.send(
          new StartExecutionCommand({ stateMachineArn: machines[workflow], name, input: JSON.stringify(input) }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },

    async succeed(token, output) {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify(output) }));
        return 'delivered';
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist) return 'gone';
        throw error;
      }
    },

    async describe(workflow, name) {
      try {
        const found = await client.send(
          new DescribeExecutionCommand({ executionArn: executionArn(machines[workflow], name) }),
        );
        return { status: found.status ?? 'UNKNOWN' };
      } catch (error) {
        if (error instanceof Error && error.name === 'ExecutionDoesNotExist') return undefined;
        throw error;
      }
    },

    async history(workflow, name) {
      const answer = await client.send(
        new GetExecutionHistoryCommand({
          executionArn: executionArn(machines[workflow], name),
          includeExecutionData: false,
          maxResults: 1000,
        }),
      );
      return answer.events ?? [];
    },

    async stop(workflow, name, cause) {
      await client.send(new StopExecutionCommand({ executionArn: executionArn(machines[workflow], name), cause }));
    },
  };
}
