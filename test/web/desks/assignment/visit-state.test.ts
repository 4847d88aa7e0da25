import { expect, it } from 'vitest';
import { visitStateOf } from '#web/desks/assignment/visit-state.ts';

it('tells a transcription that waits for its visitor apart from a sheet that is owed', () => {
  expect(visitStateOf({ status: 'asked' })).toBe('asked');
  expect(visitStateOf({ status: 'asked', transcribed: {} })).toBe('transcribed');
  expect(visitStateOf({ status: 'submitted', transcribed: { confirmedAt: 'x' } })).toBe('submitted');
  expect(visitStateOf({ status: 'withdrawn', transcribed: {} })).toBe('withdrawn');
});
