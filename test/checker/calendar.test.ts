import { describe, expect, it } from 'vitest';
import { arrangement2026, calendarOf, dayOf, YearUnknown } from './calendar.ts';

const calendar = calendarOf([arrangement2026]);
const window = (publishedOn: string) => {
  const days = calendar.workingDaysAfter(publishedOn, 5);
  return [days[0], days.at(-1)];
};

describe('working days', () => {
  it.each([
    ['2026-02-11', '2026-02-12', '2026-02-25'],
    ['2026-04-30', '2026-05-06', '2026-05-11'],
    ['2026-09-18', '2026-09-20', '2026-09-24'],
    ['2026-09-29', '2026-09-30', '2026-10-12'],
  ])('after %s last from %s to %s', (publishedOn, firstDay, lastDay) => {
    expect(window(publishedOn)).toEqual([firstDay, lastDay]);
  });

  it('are not counted in a year whose table is not known', () => {
    expect(() => window('2026-12-28')).toThrow(YearUnknown);
  });
});

it('puts an instant on its day in Shanghai', () => {
  expect([dayOf('2026-09-24T16:30:00.000Z'), dayOf('2026-09-25T00:00:00.000+08:00'), dayOf('2026-09-25')]).toEqual([
    '2026-09-25',
    '2026-09-25',
    '2026-09-25',
  ]);
});
