import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addNaturalDays, dateInShanghai, endOfDay, isWeekend, yearOf } from '#domain/dates';

describe('days in Shanghai', () => {
  it.each([
    ['2026-02-11T15:59:59.999Z', '2026-02-11'],
    ['2026-02-11T16:00:00Z', '2026-02-12'],
    ['2026-02-12T00:00:00+08:00', '2026-02-12'],
    ['2026-12-31T23:59:59-05:00', '2027-01-01'],
  ])('puts %s on %s', (instant, date) => {
    expect(dateInShanghai(instant)).toBe(date);
  });

  it('refuses an instant that does not say its zone', () => {
    expect(() => dateInShanghai('2026-02-11T15:59:59')).toThrow(expect.objectContaining({ code: 'InvalidInput' }));
  });

  it('counts natural days over leap days and years, and refuses days that do not exist', () => {
    expect(addNaturalDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addNaturalDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(() => addNaturalDays('2026-02-29', 1)).toThrow(expect.objectContaining({ code: 'InvalidInput' }));
  });

  it('goes back as many days as it went forth', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(days, days, (start, distance) => {
        const date = addNaturalDays('2026-01-01', start);
        expect(addNaturalDays(addNaturalDays(date, distance), -distance)).toBe(date);
        expect(isWeekend(addNaturalDays(date, 7))).toBe(isWeekend(date));
      }),
    );
  });

  it('ends a day at 24:00 in Shanghai, the first instant that falls on the next day', () => {
    expect(endOfDay('2026-12-31')).toBe('2027-01-01T00:00:00.000+08:00');
    expect(dateInShanghai(endOfDay('2026-12-31'))).toBe('2027-01-01');
  });

  it('knows Saturday and Sunday, and the year', () => {
    expect(['2026-09-18', '2026-09-19', '2026-09-20', '2026-09-21'].map(isWeekend)).toEqual([false, true, true, false]);
    expect(yearOf('2026-09-18')).toBe(2026);
  });
});
