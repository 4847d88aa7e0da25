import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { buildApi } from '#api/app';
import { mailRecord } from '#relay/mail';
import { relayRecord } from '#relay/relay';
import { startDueReReviews } from '#services/awards/start-due';
import { type Context, type Dependencies, systemContext } from '#services/context';
import { redrive } from '#services/delivery/redrive';
import type { Mailer } from '#services/notifications/mailer';
import { tasks } from '#tasks/index';

/** What the functions do, given what they run on: the cloud and the box build the same handlers. */

export const apiHandler = (on: Dependencies) => handle(buildApi(on));

type TaskEvent = { readonly task: string; readonly execution: string; readonly input: unknown };

/** Runs the task that a workflow's state names. A refusal's name is what the definition's ErrorEquals reads. */
export const tasksHandler =
  (on: Dependencies) =>
  async ({ task, execution, input }: TaskEvent): Promise<unknown> => {
    const run = Object.hasOwn(tasks, task) ? tasks[task as keyof typeof tasks] : undefined;
    if (!run) throw new Error(`there is no task ${task}`);
    const ctx = systemContext(on, `workflow/${task}`, execution);
    try {
      return (await run(ctx, input)) ?? {};
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: 'unknown', message: '' };
      // What only collided is tried again by the workflow and is no failure.
      if (name !== 'TryAgain') on.logger.error('task failed', { task, execution, error: name, message });
      throw error;
    }
  };

const streamHandler =
  (each: (record: DynamoDBRecord) => Promise<void>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, each, new BatchProcessor(EventType.DynamoDBStreams), {
      throwOnFullBatchFailure: false,
    });

export const relayHandler = (on: Dependencies) => {
  const ctx = (record: DynamoDBRecord): Context => systemContext(on, 'relay', record.eventID ?? 'stream');
  return streamHandler((record) => relayRecord(ctx(record), record));
};

/** Reads the same stream apart from the relay, so that mail never holds up a token. */
export const mailHandler = (on: Dependencies, mailer: Mailer) => {
  const ctx = (record: DynamoDBRecord): Context => systemContext(on, 'mail', record.eventID ?? 'stream');
  return streamHandler((record) => mailRecord(ctx(record), mailer, record));
};

/** What runs every minute: delivers again what was not delivered, and starts what has fallen due. */
export const scheduleHandler = (on: Dependencies) => async (event: { readonly time?: string }) => {
  const ctx = systemContext(on, 'schedule', `schedule/${event.time ?? on.clock.now()}`);
  const redriven = await redrive(ctx);
  return { redriven, ...(await startDueReReviews(ctx)) };
};
