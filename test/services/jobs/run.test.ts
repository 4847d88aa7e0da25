import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AwardError, invalidField } from '#domain/errors';
import { mayCheck } from '#domain/policies';
import { abandonCase } from '#services/faults/abandon-case';
import { getJob } from '#services/jobs/get';
import { type JobKinds, jobKind } from '#services/jobs/kinds';
import { listJobs } from '#services/jobs/list';
import { runJob } from '#services/jobs/run';
import { startJob } from '#services/jobs/start';
import { allow } from '#services/require';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { applicant, checker, cycle, seedSeason, supervisor } from '../../support/season-fixture.ts';
import { openWorld, system, type World } from '../../support/world.ts';

const { cycleId } = cycle;

describe('a job', () => {
  let world: World;
  let runs = 0;

  /** Adds up in steps, refuses what is negative, and breaks at 13 until it was tried once. */
  const kinds: JobKinds = {
    sum: jobKind({
      zh: '求和',
      en: 'a sum',
      input: z.strictObject({ numbers: z.array(z.int()).max(100) }),
      allow: (ctx) => allow(mayCheck(ctx.actor)),
      run: async (_, { input: { numbers } }, progress) => {
        runs += 1;
        if (numbers.includes(-1)) throw new AwardError('PanelTooSmall', { values: { detail: '一人不足' } });
        if (numbers.includes(-2)) throw invalidField('numbers', 'Negative', '不能为负。', 'Not below zero.');
        if (numbers.includes(13) && runs === 1) throw new Error('the machine went away');
        let sum = 0;
        for (const [at, number] of numbers.entries()) {
          sum += number;
          await progress(at + 1, numbers.length, '求和', 'adding');
        }
        return { sum };
      },
    }),
  };

  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
  });
  afterAll(() => world.end());

  const start = (numbers: number[]) => startJob(world.as(checker), { cycleId, kind: 'sum', input: { numbers } }, kinds);
  const run = (jobId: string) => runJob(world.as(system), { jobId }, kinds);

  it('is recorded with the workflow that will do it, runs, and gives its result to whoever may start it', async () => {
    const { jobId, status } = await start([1, 2, 3]);
    expect(status).toBe('waiting');
    const [event] = await world.store.all<StoredEvent>(`AUDIT#job/${jobId}`, 'EVENT');
    expect(event).toMatchObject({ action: 'job.started', start: { workflow: 'job', name: jobId, input: { jobId } } });
    expect((await getJob(world.as(checker), { jobId }, kinds)).result).toBeUndefined();
    await run(jobId);
    const { job, result } = await getJob(world.as(checker), { jobId }, kinds);
    expect(result).toEqual({ sum: 6 });
    expect(job).toMatchObject({ status: 'done', progress: { done: 3, of: 3, zh: '完成', en: 'done' } });
    expect(await getJob(world.as(supervisor), { jobId }, kinds)).toEqual({ job });
    await expect(getJob(world.as(applicant), { jobId }, kinds)).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('is done once, however often the workflow runs it', async () => {
    const { jobId } = await start([4]);
    runs = 0;
    await Promise.all([run(jobId), run(jobId)]);
    await run(jobId);
    const events = await world.store.all<StoredEvent>(`AUDIT#job/${jobId}`, 'EVENT');
    expect(events.map(({ action }) => action)).toEqual(['job.started', 'job.done']);
    expect(runs).toBeLessThanOrEqual(2);
  });

  it('fails with the words of the refusal, and stays so', async () => {
    const { jobId } = await start([-1]);
    await run(jobId);
    await run(jobId);
    const { job, result } = await getJob(world.as(checker), { jobId }, kinds);
    expect(result).toBeUndefined();
    expect(job).toMatchObject({ status: 'failed', problem: { code: 'PanelTooSmall', zh: '可用专家不足：一人不足' } });
    expect(job.problem?.fields).toBeUndefined();
  });

  it('keeps what is wrong field by field, so that a page can say where it is mended', async () => {
    const { jobId } = await start([-2]);
    await run(jobId);
    const { job } = await getJob(world.as(checker), { jobId }, kinds);
    const fields = [{ path: 'numbers', code: 'Negative', zh: '不能为负。', en: 'Not below zero.' }];
    expect(job.problem).toMatchObject({ code: 'InvalidInput', fields });
    expect(job.problem?.zh).not.toContain('numbers');
  });

  it('is tried again after a fault, and says so when the office gives it up', async () => {
    const { jobId } = await start([13]);
    runs = 0;
    await expect(run(jobId)).rejects.toThrow('the machine went away');
    expect((await world.store.get(keys.job(jobId))).status).toBe('running');
    expect(await run(jobId)).toMatchObject({ status: 'done' });
    const given = await start([13]);
    runs = 0;
    await expect(run(given.jobId)).rejects.toThrow('the machine went away');
    await abandonCase(world.as(system), {
      workflow: 'job',
      subjectId: given.jobId,
      state: 'RunJob',
      error: 'Error',
    });
    const { job } = await getJob(world.as(checker), { jobId: given.jobId }, kinds);
    expect(job).toMatchObject({ status: 'failed', problem: { code: 'Internal' } });
  });

  it('is refused before it begins where its kind, its input or its starter is wrong', async () => {
    await expect(startJob(world.as(checker), { cycleId, kind: 'toString' }, kinds)).rejects.toMatchObject({
      fields: [{ path: 'kind', code: 'UnknownKind' }],
    });
    await expect(
      startJob(world.as(checker), { cycleId, kind: 'sum', input: { numbers: ['1'] } }, kinds),
    ).rejects.toMatchObject({ code: 'InvalidInput', fields: [{ path: 'input.numbers.0' }] });
    await expect(
      startJob(world.as(supervisor), { cycleId, kind: 'sum', input: { numbers: [] } }, kinds),
    ).rejects.toMatchObject({ code: 'NotAllowed' });
  });

  it('stands in the list of its cycle, newest first', async () => {
    const { items } = await listJobs(world.as(supervisor), { cycleId });
    expect(items.length).toBeGreaterThan(3);
    expect(items.every((job) => job.kind === 'sum' && job.cycleId === cycleId)).toBe(true);
    await expect(listJobs(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
  });
});
