import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver, type StreamHandler } from '#local/stream-batch';

const records = (count: number): DynamoDBRecord[] =>
  Array.from({ length: count }, (_, n) => ({ dynamodb: { SequenceNumber: String(n) } }));
const numbers = (list: readonly DynamoDBRecord[]) => list.map(({ dynamodb }) => Number(dynamodb?.SequenceNumber));

/** Delivers `count` records and tells what became of each. */
async function run(count: number, handler: StreamHandler, maximumRetryAttempts = 2) {
  const calls: number[][] = [];
  const places: number[] = [];
  const givenUp: { readonly number: number; readonly attempts: number }[] = [];
  let pauses = 0;
  await deliver(records(count), {
    handler: (event) => {
      calls.push(numbers(event.Records));
      return handler(event);
    },
    maximumRetryAttempts,
    onDone: async (record) => void places.push(...numbers([record])),
    onGivenUp: async (record, attempts) => void givenUp.push({ number: numbers([record])[0] ?? -1, attempts }),
    beforeRetry: async () => {
      pauses += 1;
    },
  });
  return { calls, places, givenUp, pauses };
}

const throwsOn =
  (poisoned: readonly number[]): StreamHandler =>
  async ({ Records }) => {
    if (numbers(Records).some((number) => poisoned.includes(number))) throw new Error('poisoned');
    return undefined;
  };

const reportsFirstOf =
  (poisoned: readonly number[]): StreamHandler =>
  async ({ Records }) => ({
    batchItemFailures: numbers(Records)
      .filter((number) => poisoned.includes(number))
      .map((number) => ({ itemIdentifier: String(number) })),
  });

describe('deliver', () => {
  it('hands a whole batch over at once when nothing fails', async () => {
    expect(await run(3, throwsOn([]))).toEqual({ calls: [[0, 1, 2]], places: [2], givenUp: [], pauses: 0 });
  });

  it('halves a batch that throws until the failing record stands alone, and retries only that one', async () => {
    const { calls, givenUp, pauses } = await run(4, throwsOn([2]));
    expect(calls).toEqual([[0, 1, 2, 3], [0, 1], [2, 3], [2], [2], [2], [3]]);
    expect(givenUp).toEqual([{ number: 2, attempts: 3 }]);
    expect(pauses).toBe(2);
  });

  it('takes what lies before the lowest reported failure as done', async () => {
    const { calls, places, givenUp } = await run(4, reportsFirstOf([3, 1]));
    expect(calls).toEqual([[0, 1, 2, 3], [1], [1], [2, 3], [3], [3]]);
    expect(places).toEqual([0, 1, 2, 3]);
    expect(givenUp.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('goes on as soon as a retry succeeds', async () => {
    let failures = 2;
    const { calls, givenUp } = await run(2, async () => {
      failures -= 1;
      if (failures >= 0) throw new Error('busy');
      return undefined;
    });
    expect([calls, givenUp]).toEqual([[[0, 1], [0], [0], [1]], []]);
  });

  it('treats a batch as failed when the reported record is not in it', async () => {
    const handler: StreamHandler = async () => ({ batchItemFailures: [{ itemIdentifier: 'unknown' }] });
    expect((await run(2, handler, 0)).givenUp.map(({ number }) => number)).toEqual([0, 1]);
  });

  it('gives up exactly the poisoned records, and passes every record on in order', async () => {
    const anyCase = fc.record({
      count: fc.integer({ min: 0, max: 40 }),
      poisoned: fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 6 }),
      reports: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ count, poisoned, reports }) => {
        const inner = reports ? reportsFirstOf(poisoned) : throwsOn(poisoned);
        const { calls, places, givenUp } = await run(count, inner);
        const expected = poisoned.filter((number) => number < count).sort((a, b) => a - b);
        expect(givenUp.map(({ number }) => number)).toEqual(expected);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places.at(-1)).toBe(count === 0 ? undefined : count - 1);
        const firstSeen = [...new Set(calls.flat())];
        expect(firstSeen).toEqual(Array.from({ length: count }, (_, n) => n));
      }),
    );
  });
});
