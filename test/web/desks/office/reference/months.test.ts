import { describe, expect, it } from 'vitest';
import { officialTables } from '#domain/holiday-table';
import { weeksOf } from '#web/desks/office/reference/months.ts';

describe('a month of the calendar', () => {
  it('has its days under their weekdays, with holidays and worked rest days', () => {
    const table = officialTables.find(({ year }) => year === 2026);
    if (!table) throw new Error('2026 ships');
    const weeks = weeksOf(9, table);
    // 1 September 2026 is a Tuesday.
    expect(weeks[0]?.map((day) => day?.day)).toEqual([undefined, 1, 2, 3, 4, 5, 6]);
    const days = weeks.flat().flatMap((day) => day ?? []);
    expect(days).toHaveLength(30);
    const kind = (date: string) => days.find((day) => day.date === date)?.kind;
    expect([kind('2026-09-18'), kind('2026-09-19'), kind('2026-09-20'), kind('2026-09-25')]).toEqual([
      'work',
      'rest',
      'worked',
      'off',
    ]);
  });
});
