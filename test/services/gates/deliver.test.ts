import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gate } from '#domain/gates';
import { commit } from '#services/commit';
import type { Context } from '#services/context';
import { deliverOutcome } from '#services/gates/deliver';
import { openGate } from '#services/gates/open';
import { keys, pending } from '#store/keys';
import type { Store } from '#store/store';
import { interleaved } from '../../support/interleaving.ts';
import { type WaitingWorkflow, waitingWorkflow } from '../../support/waiting-workflow.ts';
import { openWorld, person, system, type World } from '../../support/world.ts';

describe('delivering the outcome of a gate', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.end());

  const outcome = { decision: 'shortlist', round: 1 };
  const gateId = (subjectId: string) => `conclusion/${subjectId}/1`;
  const gateOf = (subjectId: string) => world.store.get(keys.gate(gateId(subjectId)));
  const isPending = async (subjectId: string) => {
    const found = await world.store.indexed<Gate>({
      index: 'pending',
      pk: pending.delivery(gateId(subjectId)),
    });
    return found.some((gate) => gate.gateId === gateId(subjectId));
  };

  /** A gate with its workflow: `open` is the workflow's task, `decide` the person's verb, `deliver` the relay. */
  function scene(subjectId: string) {
    const workflow = waitingWorkflow();
    const ctx = (store: Store = world.store): Context => ({
      ...world.as(system),
      store,
      executions: workflow.executions,
    });
    return {
      workflow,
      open: (token: string, store?: Store) => {
        workflow.wait(token);
        return openGate(ctx(store), { kind: 'conclusion', subjectId, token });
      },
      decide: (store?: Store) =>
        commit(
          { ...ctx(store), actor: person('head') },
          {
            chain: `application/${subjectId}`,
            action: 'application.shortlisted',
            writes: [],
            decides: [{ kind: 'conclusion', subjectId, outcome }],
            answer: undefined,
          },
        ),
      deliver: (store?: Store) => deliverOutcome(ctx(store), gateId(subjectId)),
      outcomes: () => workflow.received.map(({ output }) => output),
    };
  }

  it('has nothing to do for a gate that is not there or not decided', async () => {
    const { open, deliver, outcomes } = scene('undecided');
    expect(await deliver()).toBe('nothing');
    await open('one');
    expect(await deliver()).toBe('nothing');
    expect(outcomes()).toEqual([]);
  });

  it('waits with an outcome that comes before the workflow, and keeps it on the list of what is pending', async () => {
    const { open, decide, deliver, workflow } = scene('early');
    await decide();
    expect(await deliver()).toBe('waiting');
    expect(await isPending('early')).toBe(true);
    await open('one');
    expect(await deliver()).toBe('delivered');
    expect(workflow.received).toEqual([{ token: 'one', output: outcome }]);
    expect(await isPending('early')).toBe(false);
  });

  it('hands an outcome that comes after the token over once, however often the relay fires', async () => {
    const { open, decide, deliver, outcomes } = scene('late');
    await open('one');
    await decide();
    expect([await deliver(), await deliver(), await deliver()]).toEqual(['delivered', 'nothing', 'nothing']);
    expect(outcomes()).toEqual([outcome]);
    expect(await gateOf('late')).toMatchObject({ deliveredAt: '2026-03-02T09:00:00.000+08:00' });
  });

  it('brings a decision that was made during a timeout to the gate that opens again', async () => {
    const { open, decide, deliver, workflow } = scene('timed out, then decided');
    await open('one');
    workflow.timeOut();
    await decide();
    // The relay comes to a token that is gone: marked or not, the outcome must not be lost.
    await deliver();
    expect(workflow.received).toEqual([]);
    await open('two');
    expect(await isPending('timed out, then decided')).toBe(true);
    await deliver();
    expect(workflow.received).toEqual([{ token: 'two', output: outcome }]);
  });

  it('brings a decision that was made before a timeout to the gate that opens again', async () => {
    const { open, decide, deliver, workflow } = scene('decided, then timed out');
    await open('one');
    await decide();
    workflow.timeOut();
    await open('two');
    await deliver();
    await deliver();
    expect(workflow.received).toEqual([{ token: 'two', output: outcome }]);
  });

  it('survives a crash between the sending and the mark: sent once more, received once', async () => {
    const { open, decide, deliver, outcomes } = scene('crash');
    await open('one');
    await decide();
    const crash = new Error('the function was killed');
    await expect(deliver({ ...world.store, transact: () => Promise.reject(crash) })).rejects.toBe(crash);
    expect(await isPending('crash')).toBe(true);
    expect(await deliver()).toBe('delivered');
    expect(outcomes()).toEqual([outcome]);
    expect(await isPending('crash')).toBe(false);
  });

  it('sends to the new token when the gate opens again while the old one is being sent to', async () => {
    const { open, decide, deliver, workflow } = scene('reopened');
    await open('one');
    await decide();
    let reads = 0;
    const find = (async (key) => {
      const gate = await world.store.find(key);
      reads += 1;
      if (reads === 1) {
        workflow.timeOut();
        await open('two');
      }
      return gate;
    }) as Store['find'];
    expect(await deliver({ ...world.store, find })).toBe('delivered');
    expect(workflow.received).toEqual([{ token: 'two', output: outcome }]);
    expect(await gateOf('reopened')).toMatchObject({ token: 'two', epoch: 2, deliveredAt: expect.any(String) });
  });

  it('leaves the gate pending when the workflows cannot be reached', async () => {
    const { open, decide } = scene('unreachable');
    await open('one');
    await decide();
    // The world's own executions refuse every call.
    await expect(deliverOutcome(world.as(system), gateId('unreachable'))).rejects.toThrow();
    expect(await isPending('unreachable')).toBe(true);
  });

  it('never loses an outcome and never hands it over twice, in whatever order all of it happens', async () => {
    let runs = 0;
    const timePasses = (store: Store) => store.find(keys.gate('no gate'));
    const life = async (choices: number[], timeouts: number): Promise<WaitingWorkflow['received']> => {
      runs += 1;
      const { workflow, open, decide, deliver } = scene(`race-${runs}`);
      const wholeWorkflow = async (store: Store) => {
        for (let token = 0; token <= timeouts; token += 1) {
          await open(`token-${token}`, store);
          await timePasses(store);
          if (token < timeouts && !workflow.timeOut()) return;
          await timePasses(store);
        }
      };
      const relay = async (store: Store) => {
        for (let fired = 0; fired < 3; fired += 1) await deliver(store);
      };
      await interleaved(world.store, choices, [wholeWorkflow, (store) => decide(store), relay, relay]);
      // The stream holds the last image of the gate, so the relay fires once more after everything.
      await deliver();
      expect(await isPending(`race-${runs}`)).toBe(false);
      return workflow.received;
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { minLength: 1, maxLength: 40 }), fc.nat(2), async (choices, timeouts) => {
        expect((await life(choices, timeouts)).map(({ output }) => output)).toEqual([outcome]);
      }),
      { numRuns: 60 },
    );
  });
});
