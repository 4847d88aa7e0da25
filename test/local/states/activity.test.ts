import { describe, expect, it } from 'vitest';
import { createActivity, createPool } from '#local/states/activity';

describe('activity', () => {
  it('is idle when the last work has ended, and what came of it', async () => {
    const activity = createActivity();
    const heard: string[] = [];
    const work = async (name: string) => {
      await new Promise((resolve) => setImmediate(resolve));
      heard.push(name);
    };
    void activity.track(work('first')).then(() => activity.track(work('second')));
    await activity.idle();
    expect(heard).toEqual(['first', 'second']);
  });

  it('counts failed work as ended', async () => {
    const activity = createActivity();
    activity.track(Promise.reject(new Error('failed'))).catch(() => undefined);
    await expect(activity.idle()).resolves.toBeUndefined();
  });

  it('holds work back while paused and does it in order when resumed', () => {
    const activity = createActivity();
    const heard: number[] = [];
    activity.whenRunning(() => heard.push(1));
    activity.pause();
    activity.whenRunning(() => heard.push(2));
    activity.whenRunning(() => heard.push(3));
    activity.pause();
    expect(heard).toEqual([1]);
    activity.resume();
    activity.whenRunning(() => heard.push(4));
    expect(heard).toEqual([1, 2, 3, 4]);
  });
});

describe('a pool', () => {
  it('gives the place of failed work to the next in line', async () => {
    const pool = createPool(1);
    const failed = pool(() => Promise.reject(new Error('failed')));
    const next = pool(async () => 'next');
    await expect(failed).rejects.toThrow('failed');
    expect(await next).toBe('next');
  });
});
