import { expect, it } from 'vitest';
import { fieldFrom, instantFrom } from '#web/desks/assignment/shanghai-input.ts';

it('takes a day and time as Shanghai’s, with seconds or without', () => {
  expect(instantFrom('2026-07-01T18:00')).toBe('2026-07-01T18:00:00+08:00');
  expect(instantFrom('2026-07-01T18:00:30')).toBe('2026-07-01T18:00:30+08:00');
  expect(fieldFrom('2026-07-01 18:00')).toBe('2026-07-01T18:00');
});
