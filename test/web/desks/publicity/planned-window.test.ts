import { describe, expect, it } from 'vitest';
import { calendarOf } from '#domain/calendar';
import { offPlan } from '#web/desks/publicity/planned-window.ts';

const at = (publicityOn: string) => ({
  windows: {
    opensAt: '',
    closesAt: '',
    recommendBy: '',
    checkBy: '',
    assessBy: '',
    reviewBy: '',
    publicityOn,
  },
  publicity: { days: 5, unit: 'working' as const, firstDay: 'excluded' as const, mailGrace: 3 },
});

describe('a notice that is published on another day than planned', () => {
  it('tells the window that was planned and how far off it is', () => {
    expect(offPlan(at('2026-09-07'), '2026-06-08')).toEqual({
      plannedOn: '2026-09-07',
      planned: expect.objectContaining({ firstDay: '2026-09-08', lastDay: '2026-09-14' }),
      days: -91,
    });
    expect(offPlan(at('2026-09-07'), '2026-09-09')?.days).toBe(2);
  });

  it('says nothing on the day itself, and no window by a calendar that is not here', () => {
    expect(offPlan(at('2026-09-07'), '2026-09-07')).toBeUndefined();
    expect(offPlan(at('2099-09-07'), '2026-09-07', calendarOf())).not.toHaveProperty('planned');
  });
});
