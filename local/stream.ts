import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  type _Record as FetchedRecord,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { z } from 'zod';
import { deadLetterFolder } from './dead-letters.ts';
import { readJsonFile, writeAtomically } from './files.ts';
import { deliver, type StreamHandler } from './stream-batch.ts';
import { lambdaRecord } from './stream-record.ts';

type StreamOptions = {
  /** Names the consumer: each has its own place in the stream. */
  readonly consumer: string;
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly handler: StreamHandler;
  readonly dataDir: string;
  readonly batchSize?: number;
  readonly maximumRetryAttempts?: number;
  readonly retryPauseMs?: number;
  readonly onError?: (error: unknown) => void;
};

const placesSchema = z.record(z.string(), z.object({ after: z.string().optional(), finished: z.boolean() }));
type Places = z.infer<typeof placesSchema>;

const activePauseMs = 25;
const idlePauseMs = 250;
const longestRetryPauseMs = 10_000;

/**
 * Feeds a stream to a handler, as Lambda's event source mapping does: at least once, in order per shard, a shard only
 * after its parent, the place kept after success and across restarts.
 */
export async function startStream(options: StreamOptions) {
  const { consumer, client, streamArn, dataDir, onError = console.error } = options;
  const placesFile = join(dataDir, 'streams', `${consumer}.json`);
  const stored = await readJsonFile(placesFile, z.object({ streamArn: z.string(), places: placesSchema }));
  // Another ARN is another stream, of a table made anew: old places mean nothing in it.
  let places: Places = stored?.streamArn === streamArn ? stored.places : {};
  const iterators = new Map<string, string>();
  let shards: readonly Shard[] = [];
  const stopping = new AbortController();

  const keepPlace = async (shardId: string, place: Places[string]) => {
    places = { ...places, [shardId]: place };
    await writeAtomically(placesFile, JSON.stringify({ streamArn, places }));
  };

  const openIterator = async (shardId: string): Promise<string | undefined> => {
    const after = places[shardId]?.after;
    const start = after
      ? ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const)
      : ({ ShardIteratorType: 'TRIM_HORIZON' } as const);
    try {
      const opened = await client.send(
        new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...start }),
      );
      return opened.ShardIterator;
    } catch (error) {
      if (!(error instanceof TrimmedDataAccessException)) throw error;
      // The stream forgot what we had not read (24 hours): go on with what it still holds; the schedule sweeps the rest.
      await keepPlace(shardId, { finished: false });
      return openIterator(shardId);
    }
  };

  const deliverFrom = async (shardId: string, fetched: readonly FetchedRecord[]) => {
    const letters = deadLetterFolder(join(dataDir, 'dead-letters'));
    await deliver(
      fetched.map((record) => lambdaRecord(record, streamArn)),
      {
        handler: options.handler,
        maximumRetryAttempts: options.maximumRetryAttempts ?? 5,
        beforeRetry: async (attempt) => {
          const longest = Math.min((options.retryPauseMs ?? 100) * 2 ** attempt, longestRetryPauseMs);
          await pause(Math.random() * longest, undefined, { signal: stopping.signal });
        },
        onDone: async (record) => {
          const after = record.dynamodb?.SequenceNumber;
          if (after) await keepPlace(shardId, { after, finished: false });
          stopping.signal.throwIfAborted();
        },
        onGivenUp: async (record, attempts, error) => {
          const sequenceNumber = record.dynamodb?.SequenceNumber ?? '0';
          const at = new Date().toISOString();
          const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
          await letters.keep({
            consumer,
            streamArn,
            shardId,
            sequenceNumber,
            at,
            attempts,
            error: reason,
            payload: record,
          });
          onError(`${consumer}: record ${sequenceNumber} given up after ${attempts} attempts: ${reason}`);
        },
      },
    );
  };

  /** Reads one page of a shard. Tells how many records it held. */
  const readShard = async (shardId: string): Promise<number> => {
    const iterator = iterators.get(shardId) ?? (await openIterator(shardId));
    // Forgotten until the page is done: after any failure the shard is read again from its kept place.
    iterators.delete(shardId);
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: options.batchSize ?? 100 }));
    const fetched = page.Records ?? [];
    await deliverFrom(shardId, fetched);
    if (page.NextShardIterator) iterators.set(shardId, page.NextShardIterator);
    else {
      await keepPlace(shardId, { ...places[shardId], finished: true });
      shards = []; // its children, if it was split or rolled over, are to be found
    }
    return fetched.length;
  };

  const readOnce = async (): Promise<number> => {
    if (shards.length === 0) shards = await listShards(client, streamArn);
    let count = 0;
    for (const shardId of readableShards(shards, places)) count += await readShard(shardId);
    return count;
  };

  let round: Promise<number> = Promise.resolve(0);
  /** One round after another: `pollNow` and the loop never read at the same time. */
  const nextRound = (): Promise<number> => {
    round = round.catch(() => 0).then(() => (stopping.signal.aborted ? 0 : readOnce()));
    return round;
  };

  const loop = async () => {
    let delay = activePauseMs;
    while (!stopping.signal.aborted) {
      const count = await nextRound().catch((error: unknown) => {
        if (!stopping.signal.aborted) onError(error);
        return 0;
      });
      delay = count > 0 ? activePauseMs : Math.min(delay * 1.5, idlePauseMs);
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const looping = loop();

  return {
    /** One round at once. Tells how many records were read. */
    pollNow: nextRound,
    /** Resolves when a whole round has found nothing new. */
    async idle(): Promise<void> {
      while ((await nextRound()) > 0);
    },
    /** Ends after the handler call that is under way. */
    async stop(): Promise<void> {
      stopping.abort();
      await looping;
      await round.catch(() => undefined);
    },
  };
}

async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const page = await client.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ...(from && { ExclusiveStartShardId: from }) }),
    );
    shards.push(...(page.StreamDescription?.Shards ?? []));
    from = page.StreamDescription?.LastEvaluatedShardId;
  } while (from);
  return shards;
}

/** Shards that are not read to their end and whose parent is (or has been trimmed away). */
function readableShards(shards: readonly Shard[], places: Places): string[] {
  const present = new Set(shards.map((shard) => shard.ShardId));
  return shards.flatMap(({ ShardId: id, ParentShardId: parent }) => {
    if (!id || places[id]?.finished) return [];
    return parent && present.has(parent) && !places[parent]?.finished ? [] : [id];
  });
}
