import { describe, expect, it } from 'vitest';
import { windowOf } from '#local/dossier/calendar';

const working = { days: 5, unit: 'working', firstDay: 'excluded' } as const;
const natural = { days: 7, unit: 'natural', firstDay: 'excluded' } as const;
const none = { holidays: [], workdays: [] };
const nationalDay = Array.from({ length: 7 }, (_, at) => `2026-10-0${at + 1}`);

describe('the window of a publicity, counted anew', () => {
  it.each([
    ['2025-04-14', working, none, '2025-04-15', '2025-04-21'],
    ['2026-09-18', working, { holidays: [], workdays: ['2026-09-20'] }, '2026-09-20', '2026-09-24'],
    ['2026-09-29', working, { holidays: nationalDay, workdays: ['2026-10-10'] }, '2026-09-30', '2026-10-12'],
    ['2022-09-19', { ...working, firstDay: 'included' } as const, none, '2022-09-19', '2022-09-23'],
    ['2023-02-27', natural, none, '2023-02-28', '2023-03-06'],
  ])('published on %s, by %o with %o, is %s to %s', (publishedOn, rule, days, firstDay, lastDay) => {
    expect(windowOf(publishedOn, rule, days)).toEqual({ firstDay, lastDay });
  });

  it('lets a worked rest day outweigh a day off, as the office’s calendar does', () => {
    const days = { holidays: ['2026-10-10'], workdays: ['2026-10-10'] };
    expect(windowOf('2026-10-09', { ...working, days: 1 }, days)).toEqual({
      firstDay: '2026-10-10',
      lastDay: '2026-10-10',
    });
  });
});
