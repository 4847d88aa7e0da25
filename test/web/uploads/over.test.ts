import { expect, it } from 'vitest';
import { overAt } from '#web/uploads/over.ts';
import type { Place } from '#web/uploads/place.ts';

const letter: Place = { purpose: 'letter', subjectId: 'unit' };

it('forgets what was refused at a place for one file once another is chosen there', () => {
  const at = (key: string, phase: 'refused' | 'failed' | 'sending' | 'done', place = letter) => ({ key, phase, place });
  const items = [
    at('refused', 'refused'),
    at('failed', 'failed'),
    at('under way', 'sending'),
    at('there', 'done'),
    at('of another unit', 'refused', { ...letter, subjectId: 'other' }),
  ];
  expect(overAt(items, letter).map(({ key }) => key)).toEqual(['refused', 'failed', 'there']);
});
