import { DynamoDBServiceException, InternalServerError } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { counters, get, queryAll } from '#store/read';
import { transact } from '#store/transact';
import { add, addWithin, create, fieldIs, remove, save, unchanged, type Write } from '#store/writes';
import { type OnTable, ownPartition, type Thing, things } from './thing.ts';

/** Everything or nothing, and the limits of it. */
export const transactContract = (on: OnTable): void => {
  const write = (...writes: Write[]) => transact(on(), writes);
  const all = (pk: string) => queryAll<Thing>(on(), { pk });

  it('writes a mixture of every kind wholly, or nothing of it', async () => {
    const pk = ownPartition();
    const [saved, removed, counted, seen] = ['saved', 'removed', 'counted', 'seen'].map((sk) => ({
      pk,
      sk,
      text: 'before',
      count: 0,
    })) as [Thing, Thing, Thing, Thing];
    await write(...[saved, removed, counted, seen].map((thing) => create(things, thing)));
    const mixture = (...more: Write[]) =>
      write(
        create(things, { pk, sk: 'created' }),
        save(things, { ...saved, text: 'after', version: 1 }),
        remove(things.key(removed)),
        addWithin(things.key(counted), { count: 3 }),
        unchanged(things.key(seen), 1),
        add({ pk: `${pk}#TALLY`, sk: '-' }, 'tally', { n: 1 }),
        ...more,
      );
    const before = await all(pk);
    await expect(
      mixture(fieldIs({ pk, sk: 'absent' }, 'text', 'x', () => new Error('the last one refused'))),
    ).rejects.toThrow('the last one refused');
    expect(await all(pk)).toEqual(before);
    expect(await counters(on(), { pk: `${pk}#TALLY`, sk: '-' })).toEqual({});

    await mixture();
    expect(await all(pk)).toEqual([
      { ...counted, count: 3, version: 2 },
      { pk, sk: 'created', version: 1 },
      { ...saved, text: 'after', version: 2 },
      { ...seen, version: 1 },
    ]);
    expect(await counters(on(), { pk: `${pk}#TALLY`, sk: '-' })).toEqual({ n: 1 });
  });

  it('tells the refusal of the first write whose condition failed', async () => {
    const pk = ownPartition();
    const refusal = (text: string) => () => new Error(text);
    await write(create(things, { pk, sk: 'there' }));
    await expect(
      write(
        create(things, { pk, sk: 'new' }),
        create(things, { pk, sk: 'there' }, refusal('the first')),
        unchanged({ pk, sk: 'absent' }, 1, refusal('the second')),
      ),
    ).rejects.toThrow('the first');
  });

  it('takes 100 writes and refuses 101 before anything is sent', async () => {
    const pk = ownPartition();
    const writes = Array.from({ length: 101 }, (_, at) => create(things, { pk, sk: `${at}` }));
    await expect(transact(on(), writes)).rejects.toThrow('a transaction of 101 writes; 100 is the most');
    expect(await all(pk)).toEqual([]);
    await transact(on(), writes.slice(1));
    expect(await all(pk)).toHaveLength(100);
  });

  it('keeps an item of almost 400 KB and refuses a larger one, with all that was to be written beside it', async () => {
    const pk = ownPartition();
    const sized = (sk: string, kilobytes: number): Thing => ({ pk, sk, text: '学'.repeat((kilobytes * 1024) / 3) });
    await write(create(things, sized('fits', 399)));
    expect(await get<Thing>(on(), { pk, sk: 'fits' })).toEqual({ ...sized('fits', 399), version: 1 });
    const refused = await write(create(things, { pk, sk: 'beside' }), create(things, sized('too large', 401))).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(DynamoDBServiceException);
    expect((await all(pk)).map(({ sk }) => sk)).toEqual(['fits']);
  });

  it('is written once although its answer was lost and it was sent again', async () => {
    const key = { pk: ownPartition(), sk: '-' };
    const { middlewareStack } = on().client;
    let lost = 0;
    middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        if (lost > 0) return answer;
        lost += 1;
        throw new InternalServerError({ message: 'the answer was lost', $metadata: {} });
      },
      { step: 'initialize', name: 'lose-one-answer' },
    );
    try {
      await write(add(key, 'tally', { n: 1 }));
    } finally {
      middlewareStack.remove('lose-one-answer');
    }
    expect(lost).toBe(1);
    expect(await counters(on(), key)).toEqual({ n: 1 });
  });
};
