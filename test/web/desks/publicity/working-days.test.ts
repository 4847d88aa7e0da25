import { describe, expect, it } from 'vitest';
import { naturalDaysLeft, workingDaysLeft } from '#web/desks/publicity/working-days.ts';

describe('how long a notice is still open', () => {
  it.each([
    ['2026-09-20', '2026-09-24', 5],
    ['2026-09-24', '2026-09-24', 1],
    ['2026-09-25', '2026-09-24', 0],
    ['2026-02-12', '2026-02-25', 5],
    ['2026-05-06', '2026-05-11', 5],
  ])('from %s to %s: %s working days, the worked weekends counted', (today, lastDay, days) => {
    expect(workingDaysLeft(today, lastDay)).toBe(days);
  });

  it('says nothing of working days where the table of a year is not here', () => {
    expect(workingDaysLeft('2026-12-30', '2027-01-06')).toBe(
      workingDaysLeft('2027-01-04', '2027-01-06') === undefined ? undefined : expect.any(Number),
    );
    expect(workingDaysLeft('2199-01-04', '2199-01-06')).toBeUndefined();
  });

  it('counts natural days with today and the last one', () => {
    expect(naturalDaysLeft('2199-01-04', '2199-01-06')).toBe(3);
    expect(naturalDaysLeft('2199-01-08', '2199-01-06')).toBe(0);
  });
});
