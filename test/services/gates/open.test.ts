import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwardError } from '#domain/errors';
import { type Act, commit } from '#services/commit';
import type { Context } from '#services/context';
import { openGate } from '#services/gates/open';
import { gates } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { save } from '#store/writes';
import { openWorld, person, system, type World } from '../../support/world.ts';

describe('opening a gate', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  const open = (subjectId: string, token: string, ctx: Context = world.as(system)) =>
    openGate(ctx, { kind: 'conclusion', subjectId, token });
  const decide = (subjectId: string) =>
    commit(world.as(person('head')), {
      chain: `application/${subjectId}`,
      action: 'application.shortlisted',
      writes: [],
      decides: [{ kind: 'conclusion', subjectId, outcome: { decision: 'shortlist', round: 1 } }],
      answer: undefined,
    } satisfies Act<undefined>);
  const gateOf = (subjectId: string) => world.store.get(keys.gate(`conclusion/${subjectId}/1`));
  const both = { token: 'one', epoch: 1, outcome: { decision: 'shortlist', round: 1 } };

  it('puts the token on a gate that nobody has come to yet', async () => {
    await open('fresh', 'one');
    expect(await gateOf('fresh')).toEqual({
      gateId: 'conclusion/fresh/1',
      kind: 'conclusion',
      subjectId: 'fresh',
      token: 'one',
      epoch: 1,
      openedAt: '2026-03-02T09:00:00.000+08:00',
      version: 1,
    });
  });

  it('leaves token and outcome on the gate, whichever comes first', async () => {
    await decide('decided first');
    await open('decided first', 'one');
    await open('opened first', 'one');
    await decide('opened first');
    expect(await gateOf('decided first')).toMatchObject(both);
    expect(await gateOf('opened first')).toMatchObject(both);
  });

  it('leaves both on the gate also when they come at once', async () => {
    const subjects = Array.from({ length: 12 }, (_, at) => `at once ${at}`);
    await Promise.all(subjects.flatMap((subject) => [open(subject, 'one'), decide(subject)]));
    const opened = await Promise.all(subjects.map(gateOf));
    expect(opened).toMatchObject(subjects.map(() => both));
  });

  it('opens again one epoch later under the new token, and what was marked delivered must be delivered anew', async () => {
    await open('again', 'one');
    await decide('again');
    const gate = await gateOf('again');
    await world.store.transact([save(gates, { ...gate, deliveredAt: '2026-03-02T09:00:01.000+08:00' })]);
    await open('again', 'two');
    const { deliveredAt, ...opened } = await gateOf('again');
    expect(deliveredAt).toBeUndefined();
    expect(opened).toMatchObject({ ...both, token: 'two', epoch: 2 });
  });

  it('records that a workflow failed, once, and lists it for the office', async () => {
    const fault = { execution: 'application:a', state: 'PlanReview', error: 'NotFound' };
    await openGate(world.as(system), { kind: 'fault', subjectId: 'application:a', token: 'one', fault });
    const chain = await world.store.all<StoredEvent>(keys.auditEvent('gate/fault/application:a/1', 0).pk, 'EVENT');
    expect(chain).toMatchObject([
      { action: 'fault.opened', details: { subjectId: 'application:a', state: 'PlanReview', error: 'NotFound' } },
    ]);
    expect(await world.store.indexed({ index: 'lists', pk: 'FAULTS' })).toMatchObject([{ fault }]);
  });

  it('gives up a gate that never stands still as TryAgain, and lets other errors through', async () => {
    const failing = (error: Error): Context => {
      const ctx = world.as(system);
      return { ...ctx, store: { ...ctx.store, transact: () => Promise.reject(error) } };
    };
    await expect(open('restless', 'one', failing(new AwardError('StaleVersion')))).rejects.toMatchObject({
      code: 'TryAgain',
    });
    const unknown = new TypeError('a mistake of ours');
    await expect(open('restless', 'one', failing(unknown))).rejects.toBe(unknown);
  });

  it('refuses a gate of no kind and one without a token', async () => {
    await expect(
      openGate(world.as(system), { kind: 'tea' as 'list', subjectId: 'a', token: 't' }),
    ).rejects.toMatchObject({ code: 'InvalidInput', fields: [{ path: 'kind' }] });
    await expect(open('a', '')).rejects.toMatchObject({ code: 'InvalidInput', fields: [{ path: 'token' }] });
  });
});
