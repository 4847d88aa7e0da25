import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CyclePlan } from '#domain/cycles';
import { daysBetween } from '#examples/player/days';
import { fittedTo, shiftedBy } from '#examples/player/shift';
import { season } from '#examples/xicheng-2011/index';

const plan = season('2011');
const deadlinesOf = (shifted: typeof plan) =>
  (['opensAt', 'closesAt', 'recommendBy', 'checkBy', 'assessBy', 'reviewBy', 'publicityOn'] as const).map(
    (name) => shifted.cycle.windows[name],
  );

describe('a season moved to other days', () => {
  it('is the season itself when it is moved by nothing', () => {
    expect(shiftedBy(plan, 0)).toBe(plan);
  });

  it('opens on the wanted day at the same hour, in the year of that day', () => {
    const moved = shiftedBy(plan, 267);
    expect(moved.cycle.windows.opensAt).toBe('2026-11-24T00:00:00.000+08:00');
    expect(moved.cycle.windows.publicityOn).toBe('2027-06-12');
    expect(moved.cycle.year).toBe(2026);
    const next = shiftedBy(plan, 400);
    expect(next.cycle.year).toBe(2027);
    expect(next.cycle.title).toBe('文澜区2027年学习型组织创建示范评审');
    expect(next.cycle.basis.documentNumber).toBe('文学组发〔2027〕3号');
    expect(new Set(next.register.map(({ year }) => year))).toEqual(new Set([2027]));
  });

  it('stays a plan that the system takes, by any number of days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), (days) => {
        const { cycle } = shiftedBy(plan, days);
        expect(CyclePlan.parse(cycle)).toEqual(cycle);
        const deadlines = deadlinesOf(shiftedBy(plan, days)).map((text) => text.slice(0, 10));
        const planned = deadlinesOf(plan).map((text) => text.slice(0, 10));
        expect(deadlines.map((day, at) => daysBetween(planned[at] ?? '', day))).toEqual(planned.map(() => days));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps every correction within five working days, whatever the weekday', () => {
    const courses = [1, 2, 3, 4, 5, 6, 7].flatMap((days) => shiftedBy(plan, days).units.map(({ course }) => course));
    const waits = courses.flatMap((course) =>
      course.kind === 'returned'
        ? [daysBetween(course.returnedAt.slice(0, 10), course.resubmittedAt.slice(0, 10))]
        : [],
    );
    expect(waits.filter((wait) => wait < 1 || wait > 4)).toEqual([]);
  });
});

describe('letters, fitted to the publicity as it was published', () => {
  const letters = plan.objections.filter(({ postmarkedOn }) => postmarkedOn);

  it('are left as they were planned where the publicity is as planned', () => {
    const published = { lastDay: '2026-09-24', graceUntil: '2026-10-01T00:00:00.000+08:00' };
    const days = letters.map((letter) => fittedTo(published, letter)).map(({ postmarkedOn }) => postmarkedOn);
    expect(days).toEqual(letters.map(({ postmarkedOn }) => postmarkedOn));
  });

  it('bear the last day or a later one, and arrive while letters are waited for', () => {
    const published = { lastDay: '2027-06-21', graceUntil: '2027-06-25T00:00:00.000+08:00' };
    const fitted = letters.map((letter) => fittedTo(published, letter));
    expect(fitted.map(({ outcome, postmarkedOn }) => [outcome, postmarkedOn])).toEqual([
      ['partly-upheld', '2027-06-21'],
      ['inadmissible', '2027-06-23'],
    ]);
    expect(fitted.map(({ receivedAt }) => receivedAt.slice(0, 10))).toEqual(['2027-06-22', '2027-06-22']);
  });

  it('leave an objection that came online alone', () => {
    const online = plan.objections.filter(({ postmarkedOn }) => !postmarkedOn);
    const published = { lastDay: '2027-06-21', graceUntil: '2027-06-25T00:00:00.000+08:00' };
    expect(online.map((each) => fittedTo(published, each))).toEqual(online);
  });
});
