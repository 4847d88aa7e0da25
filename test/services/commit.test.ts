import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { brokenAt } from '#domain/audit';
import { AwardError } from '#domain/errors';
import { type Act, commit, once } from '#services/commit';
import type { Context } from '#services/context';
import { type KeyOf, keys, pending, shards } from '#store/keys';
import type { StoredEvent } from '#store/records';
import type { Entity } from '#store/table';
import { create, save } from '#store/writes';
import { openWorld, person, type World } from '../support/world.ts';

type Note = { readonly id: string; readonly text: string };
const notes: Entity<Note> = { name: 'note', key: ({ id }) => ({ pk: `NOTE#${id}`, sk: '-' }) };
const note = (id: string): KeyOf<Note> => notes.key({ id, text: '' });

describe('commit', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  const anna = person('anna');
  const bao = person('bao');
  const writing = (chain: string, id: string, more: Partial<Act<string>> = {}): Act<string> => ({
    chain,
    action: 'note.written',
    writes: [create(notes, { id, text: chain })],
    answer: `${chain}:${id}`,
    ...more,
  });
  const chainOf = async (chain: string) => {
    const events = await world.store.all<StoredEvent>(keys.auditEvent(chain, 0).pk, 'EVENT');
    return events.map(({ version: _, start: __, pendingSince: ___, ...event }) => event);
  };

  it('keeps a chain gapless and whole under 20 acts at once', async () => {
    const acts = Array.from({ length: 20 }, (_, at) => commit(world.as(anna), writing('chain/busy', `busy-${at}`)));
    await Promise.all(acts);
    const chain = await chainOf('chain/busy');
    expect(chain.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(brokenAt(chain)).toBeUndefined();
    expect(await world.store.get(keys.auditHead('chain/busy'))).toMatchObject({
      sequence: 20,
      hash: chain.at(-1)?.hash,
    });
    expect(new Set(chain.map(({ requestId }) => requestId)).size).toBe(20);
  });

  it('records who did what when, and under which request', async () => {
    const ctx = world.as(anna);
    await commit(ctx, writing('chain/who', 'who', { cycleId: 'cycle-2026', details: { noteId: 'who', count: 1 } }));
    expect(await chainOf('chain/who')).toMatchObject([
      {
        chainId: 'chain/who',
        sequence: 1,
        at: '2026-03-02T09:00:00.000+08:00',
        action: 'note.written',
        actor: { kind: 'person', id: 'anna' },
        requestId: ctx.request.id,
        cycleId: 'cycle-2026',
        details: { noteId: 'who', count: 1 },
      },
    ]);
  });

  it('leaves nothing of a race that was lost: no event, no answer, no outcome', async () => {
    await commit(world.as(anna), writing('chain/race', 'race'));
    const read = await world.store.get(note('race'));
    const change = (text: string, idempotency?: { key: string; hash: string }) =>
      commit(world.as(anna, idempotency), {
        chain: 'chain/race',
        action: 'note.changed',
        writes: [save(notes, { ...read, text })],
        decides: [{ kind: 'list', subjectId: text, outcome: { decision: text } }],
        answer: text,
      });
    const attempts = await Promise.allSettled([change('one', { key: 'one', hash: '1' }), change('two')]);
    const won = attempts.findIndex(({ status }) => status === 'fulfilled');
    const [winner, loser] = won === 0 ? ['one', 'two'] : ['two', 'one'];
    expect(attempts[1 - won]).toMatchObject({ status: 'rejected', reason: { code: 'StaleVersion' } });
    expect(await world.store.get(note('race'))).toEqual({ id: 'race', text: winner, version: 2 });
    expect((await chainOf('chain/race')).map(({ action }) => action)).toEqual(['note.written', 'note.changed']);
    expect(await world.store.find(keys.gate(`list/${loser}/1`))).toBeUndefined();
    expect(await world.store.get(keys.gate(`list/${winner}/1`))).toMatchObject({ outcome: { decision: winner } });
    expect(await world.store.find(keys.kept('anna', 'one'))).toEqual(
      won === 0 ? expect.objectContaining({ answer: 'one' }) : undefined,
    );
  });

  it('decides a gate once, open or not yet open', async () => {
    const deciding = (id: string, decision: string) =>
      commit(
        world.as(anna),
        writing('chain/gate', id, { decides: [{ kind: 'list', subjectId: 'twice', outcome: { decision } }] }),
      );
    await deciding('gate-1', 'approve');
    await expect(deciding('gate-2', 'reject')).rejects.toMatchObject({
      code: 'WrongState',
      values: { state: 'approve' },
    });
    expect(await world.store.get(keys.gate('list/twice/1'))).toEqual({
      gateId: 'list/twice/1',
      kind: 'list',
      subjectId: 'twice',
      outcome: { decision: 'approve' },
      decidedAt: '2026-03-02T09:00:00.000+08:00',
      version: 1,
    });
    expect(await world.store.find(note('gate-2'))).toBeUndefined();
  });

  it('lets one of many deciders at once through', async () => {
    const deciders = Array.from({ length: 8 }, (_, at) =>
      commit(world.as(anna), {
        ...writing(`chain/decider-${at}`, `decider-${at}`),
        decides: [{ kind: 'notice', subjectId: 'rush', outcome: { decision: `${at}` } }],
      }),
    );
    const settled = await Promise.allSettled(deciders);
    const won = settled.flatMap(({ status }, at) => (status === 'fulfilled' ? [String(at)] : []));
    expect(won).toHaveLength(1);
    expect((await world.store.get(keys.gate('notice/rush/1'))).outcome).toEqual({ decision: won[0] });
    const codes = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(codes).toEqual(Array.from({ length: 7 }, () => 'WrongState'));
  });

  it('lists the event as pending while a workflow must be started for it', async () => {
    const start = { workflow: 'application', name: 'a', input: { applicationId: 'a' } } as const;
    await commit(world.as(anna), writing('chain/start', 'start', { starts: start }));
    const found = await Promise.all(
      shards.map((shard) => world.store.indexed<StoredEvent>({ index: 'pending', pk: pending.deliveryShard(shard) })),
    );
    const starting = found.flat().filter((event) => event.start);
    expect(starting).toMatchObject([{ chainId: 'chain/start', sequence: 1, start }]);
  });

  it('gives up a chain that never stands still as TryAgain, and then nothing was written', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0); // no pauses
    let others = 0;
    const ctx = world.as(anna);
    const overtaken: Context = {
      ...ctx,
      store: {
        ...ctx.store,
        async transact(writes) {
          others += 1;
          await commit(world.as(bao), writing('chain/rush', `rush-${others}`));
          return ctx.store.transact(writes);
        },
      },
    };
    await expect(commit(overtaken, writing('chain/rush', 'mine'))).rejects.toMatchObject({ code: 'TryAgain' });
    vi.restoreAllMocks();
    expect(await world.store.find(note('mine'))).toBeUndefined();
    expect(await chainOf('chain/rush')).toHaveLength(others);
  });

  describe('under an Idempotency-Key', () => {
    const request = (actor: ReturnType<typeof person>, key: string, hash: string, id: string) => {
      const ctx = world.as(actor, { key, hash });
      return once(ctx, () => commit(ctx, writing('chain/once', id, { answer: `${id} by ${hash}` })));
    };

    it('gives the kept answer again and does nothing a second time', async () => {
      expect(await request(anna, 'k1', 'h', 'once-1')).toEqual({ answer: 'once-1 by h', replayed: false });
      // Were the verb to run again, it would write another note.
      expect(await request(anna, 'k1', 'h', 'once-1-again')).toEqual({ answer: 'once-1 by h', replayed: true });
      expect(await world.store.find(note('once-1-again'))).toBeUndefined();
    });

    it('has one effect when the same request comes ten times at once', async () => {
      const before = (await chainOf('chain/once')).length;
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, at) => request(anna, 'k2', 'h', `once-2-${at}`)),
      );
      const first = answers.filter(({ replayed }) => !replayed);
      expect(first).toHaveLength(1);
      expect(answers.map(({ answer }) => answer)).toEqual(answers.map(() => first[0]?.answer));
      expect(await chainOf('chain/once')).toHaveLength(before + 1);
    });

    it('refuses the key for another request, and knows it apart from the key of somebody else', async () => {
      await request(anna, 'k3', 'h', 'once-3');
      await expect(request(anna, 'k3', 'other', 'once-3-other')).rejects.toMatchObject({
        code: 'IdempotencyKeyReused',
      });
      expect(await request(bao, 'k3', 'other', 'once-3-bao')).toEqual({
        answer: 'once-3-bao by other',
        replayed: false,
      });
    });

    it('refuses one of two different requests that come under one key at once', async () => {
      const settled = await Promise.allSettled([
        request(anna, 'k4', 'one', 'once-4-one'),
        request(anna, 'k4', 'two', 'once-4-two'),
      ]);
      const refused = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
      expect(refused).toEqual(['IdempotencyKeyReused']);
    });

    it('keeps no answer of a refusal: the same key serves when the request may succeed', async () => {
      const ctx = world.as(anna, { key: 'k5', hash: 'h' });
      let open = false;
      const verb = async () => {
        if (!open) throw new AwardError('WindowClosed');
        return commit(ctx, writing('chain/once', 'once-5'));
      };
      await expect(once(ctx, verb)).rejects.toMatchObject({ code: 'WindowClosed' });
      open = true;
      expect(await once(ctx, verb)).toEqual({ answer: 'chain/once:once-5', replayed: false });
    });
  });

  it('acts each time where no key was given', async () => {
    let runs = 0;
    const verb = async () => {
      runs += 1;
      return runs;
    };
    const ctx = world.as(anna);
    expect(await once(ctx, verb)).toEqual({ answer: 1, replayed: false });
    expect(await once(ctx, verb)).toEqual({ answer: 2, replayed: false });
  });
});
