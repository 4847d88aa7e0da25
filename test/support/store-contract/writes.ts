import { describe, expect, it } from 'vitest';
import { AwardError } from '#domain/errors';
import { counters, get } from '#store/read';
import type { Versioned } from '#store/table';
import { transact } from '#store/transact';
import {
  add,
  addWithin,
  create,
  fieldIs,
  overwrite,
  remove,
  removeAt,
  save,
  unchanged,
  type Write,
} from '#store/writes';
import { type OnTable, ownPartition, type Thing, things } from './thing.ts';

/** What each kind of write does and refuses. */
export const writesContract = (on: OnTable): void => {
  const write = (...writes: Write[]) => transact(on(), writes);
  const find = (thing: Thing) => get<Thing>(on(), things.key(thing));
  const some = (sk = 'a', more: Partial<Thing> = {}): Thing => ({ pk: ownPartition(), sk, text: 'first', ...more });
  /** Writes although many write at once: whoever is told to try again does. */
  const insist = async (make: () => Write): Promise<void> => {
    for (;;) {
      try {
        return await write(make());
      } catch (error) {
        if (!(error instanceof AwardError && error.code === 'TryAgain')) throw error;
      }
    }
  };
  const gone = new AwardError('WrongState', { values: { state: 'sealed' } });

  describe('create', () => {
    it('refuses a second one and leaves the first as it was', async () => {
      const thing = some();
      await write(create(things, thing));
      await expect(write(create(things, { ...thing, text: 'second' }))).rejects.toMatchObject({
        code: 'AlreadyExists',
        values: { what: 'thing' },
      });
      expect(await find(thing)).toEqual({ ...thing, version: 1 });
    });

    it('lets one of twenty through that come at once', async () => {
      const thing = some();
      const tries = Array.from({ length: 20 }, (_, at) => write(create(things, { ...thing, text: `${at}` })));
      const settled = await Promise.allSettled(tries);
      const winner = settled.findIndex(({ status }) => status === 'fulfilled');
      const lost = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
      expect(lost).toEqual(Array.from({ length: 19 }, () => 'AlreadyExists'));
      expect(await find(thing)).toMatchObject({ text: `${winner}`, version: 1 });
    });
  });

  describe('save', () => {
    it('counts the versions and refuses a stale one', async () => {
      const thing = some();
      await write(create(things, thing));
      const read = (await find(thing)) as Versioned<Thing>;
      await write(save(things, { ...read, text: 'second' }));
      await expect(write(save(things, { ...read, text: 'third' }))).rejects.toMatchObject({ code: 'StaleVersion' });
      expect(await find(thing)).toEqual({ ...thing, text: 'second', version: 2 });
    });

    it('writes nothing of a transaction in which one version is stale', async () => {
      const thing = some();
      const other = some('b');
      await write(create(things, thing));
      await expect(write(create(things, other), save(things, { ...thing, version: 7 }))).rejects.toMatchObject({
        code: 'StaleVersion',
      });
      expect(await find(other)).toBeUndefined();
    });

    it('refuses where nothing lies, and with the refusal that the caller gave', async () => {
      await expect(write(save(things, { ...some(), version: 1 }))).rejects.toMatchObject({ code: 'StaleVersion' });
      await expect(write(save(things, { ...some(), version: 1 }, () => gone))).rejects.toBe(gone);
    });
  });

  describe('overwrite and remove', () => {
    it('overwrite replaces what lies there, whatever its version', async () => {
      const thing = some();
      await write(overwrite(things, thing));
      await write(overwrite(things, { pk: thing.pk, sk: thing.sk, count: 2 }));
      expect(await find(thing)).toEqual({ pk: thing.pk, sk: thing.sk, count: 2, version: 1 });
    });

    it('remove takes an item away, once', async () => {
      const thing = some();
      await write(create(things, thing));
      await write(remove(things.key(thing)));
      expect(await find(thing)).toBeUndefined();
      await expect(write(remove(things.key(thing)))).rejects.toMatchObject({ code: 'StaleVersion' });
    });
  });

  describe('removeAt', () => {
    it('takes an item away at the version that was read and at no other', async () => {
      const thing = some();
      await write(create(things, thing));
      await write(save(things, { ...thing, text: 'second', version: 1 }));
      const key = things.key(thing);
      await expect(write(removeAt(key, 1))).rejects.toMatchObject({ code: 'StaleVersion' });
      expect(await find(thing)).toMatchObject({ text: 'second' });
      await write(removeAt(key, 2));
      expect(await find(thing)).toBeUndefined();
      await expect(write(removeAt(key, 2, () => gone))).rejects.toBe(gone);
    });
  });

  describe('conditions on other items', () => {
    it('unchanged holds at the version that was read and at no other', async () => {
      const thing = some();
      await write(create(things, thing));
      const other = some('b');
      await expect(write(create(things, other), unchanged(things.key(thing), 2))).rejects.toMatchObject({
        code: 'StaleVersion',
      });
      await expect(
        write(
          create(things, other),
          unchanged(things.key(some()), 1, () => gone),
        ),
      ).rejects.toBe(gone);
      expect(await find(other)).toBeUndefined();
      await write(create(things, other), unchanged(things.key(thing), 1));
      expect(await find(other)).toEqual({ ...other, version: 1 });
    });

    it('fieldIs holds for that value of the field, text and number alike', async () => {
      const thing = some('a', { text: '在公示', count: 0 });
      await write(create(things, thing));
      const holds = (field: string, value: string | number) => fieldIs(things.key(thing), field, value, () => gone);
      await write(holds('text', '在公示'));
      await write(holds('count', 0));
      await expect(write(holds('text', '已命名'))).rejects.toBe(gone);
      await expect(write(holds('count', 1))).rejects.toBe(gone);
      await expect(write(holds('absent', 0))).rejects.toBe(gone);
      await expect(write(fieldIs(things.key(some()), 'text', '', () => gone))).rejects.toBe(gone);
    });
  });

  describe('counters', () => {
    it('beside the data add up exactly under 50 writers at once', async () => {
      const key = things.key(some());
      await Promise.all(
        Array.from({ length: 50 }, () => insist(() => add(key, 'tally', { '企业:draft': 1, unsettled: -2 }))),
      );
      expect(await counters(on(), key)).toEqual({ '企业:draft': 50, unsettled: -100 });
    });

    it('within an item add up exactly under 50 writers at once, and move its version with each', async () => {
      const thing = some('a', { count: 7 });
      await write(create(things, thing));
      await Promise.all(
        Array.from({ length: 50 }, () => insist(() => addWithin(things.key(thing), { count: 1, fresh: 2 }))),
      );
      expect(await find(thing)).toEqual({ ...thing, count: 57, fresh: 100, version: 51 });
    });

    it('within an item make a reader of before stale', async () => {
      const thing = some('a', { count: 0 });
      await write(create(things, thing));
      const read = (await find(thing)) as Versioned<Thing>;
      await write(addWithin(things.key(thing), { count: 1 }));
      await expect(write(save(things, read))).rejects.toMatchObject({ code: 'StaleVersion' });
      await expect(write(addWithin(things.key(some()), { count: 1 }, () => gone))).rejects.toBe(gone);
    });

    it('add only while the guard is what it must be, and 0 counts as never added', async () => {
      const key = things.key(some());
      const guarded = (is: number) =>
        write(add(key, 'tally', { open: 1 }, { counter: 'sealed', is, refused: () => gone }));
      await guarded(0);
      await expect(guarded(1)).rejects.toBe(gone);
      await write(add(key, 'tally', { sealed: 1 }));
      await expect(guarded(0)).rejects.toBe(gone);
      await guarded(1);
      expect(await counters(on(), key)).toEqual({ open: 2, sealed: 1 });
    });
  });
};
