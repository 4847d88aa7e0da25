import { expect, it } from 'vitest';
import { isUnderWay, kindOf, percentDone, resultPlace } from '#web/desks/assignment/job-facts.ts';

it('leads to the page on which a result is seen, a preview with its own job', () => {
  const job = { jobId: 'job-1', cycleId: 'cycle-1' };
  expect(resultPlace({ ...job, kind: 'preview-matching' })).toEqual({
    to: '/cycles/cycle-1/assignment',
    search: { tab: 'preview', jobId: 'job-1' },
  });
  expect(resultPlace({ ...job, kind: 'redraw' })).toEqual({
    to: '/cycles/cycle-1/assignment',
    search: { tab: 'draws' },
  });
  expect(resultPlace({ ...job, kind: 'dossier' })).toEqual({ to: '/cycles/cycle-1/dossiers', search: {} });
  expect(resultPlace({ ...job, kind: 'toString' })).toBeUndefined();
});

it('knows what is under way, and how far', () => {
  expect(['waiting', 'running', 'done', 'failed'].map(isUnderWay)).toEqual([true, true, false, false]);
  expect(percentDone({ done: 1, of: 3 })).toBe(33);
  expect(percentDone({ done: 0, of: 0 })).toBe(0);
  expect(kindOf('redraw')).toBe('redraw');
});
