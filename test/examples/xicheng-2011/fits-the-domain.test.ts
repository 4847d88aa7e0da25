import { describe, expect, it } from 'vitest';
import { ApplicationForm } from '#domain/applications';
import { Area, checkAreas } from '#domain/areas';
import { SelfReport } from '#domain/assessments';
import { calendarOf, isWorkingDay, publicityWindow } from '#domain/calendar';
import { defaultCategories } from '#domain/categories';
import { CyclePlan } from '#domain/cycles';
import { looksLike } from '#domain/evidence';
import { exampleStandards } from '#domain/example-standards/index';
import { checkRegister, RegisterUnit } from '#domain/register';
import { evidenceOf, season } from '#examples/xicheng-2011/index';

const plan = season('2011');

describe('the season, read by the rules of the system', () => {
  it('is a cycle whose categories have a standard and a lead department of the taxonomy', () => {
    expect(CyclePlan.parse(plan.cycle)).toEqual(plan.cycle);
    const standards = exampleStandards.map(({ standardId, version }) => `${standardId} ${version}`);
    for (const { categoryId, standardId, standardVersion, quota } of plan.cycle.categories) {
      expect(standards).toContain(`${standardId} ${standardVersion}`);
      const leads = defaultCategories.find((category) => category.categoryId === categoryId)?.leadDepartments ?? [];
      expect(Object.keys(quota.byRecommender).filter((department) => !leads.includes(department))).toEqual([]);
    }
  });

  it('has a publicity window that crosses a working Sunday, as golden as the calendar computes it', () => {
    const { days, unit, firstDay } = plan.cycle.publicity;
    const publishedOn = plan.cycle.windows.publicityOn;
    const window = publicityWindow({ days, unit, firstDay, publishedOn }, calendarOf());
    expect(window).toMatchObject(plan.expectedPublicity);
  });

  it('lets offices recommend, check and visit on working days only', () => {
    const days = plan.units.flatMap(({ times, site, course }) => [
      times.recommendedAt.slice(0, 10),
      times.checkedAt.slice(0, 10),
      site.visitedOn,
      ...(course.kind === 'returned' ? [course.returnedAt.slice(0, 10)] : []),
    ]);
    const calendar = calendarOf();
    expect([...new Set(days)].filter((day) => !isWorkingDay(day, calendar))).toEqual([]);
  });

  it('has sound areas and a sound register', () => {
    expect(plan.areas.map((area) => Area.parse(area))).toEqual(plan.areas);
    expect(checkAreas(plan.areas.map((area) => Area.parse(area)))).toEqual([]);
    const register = plan.register.map((row) => RegisterUnit.parse(row));
    expect(register).toEqual(plan.register);
    expect(checkRegister(register)).toEqual([]);
  });

  it('has forms and self-reports that can be submitted', () => {
    expect(plan.units.filter((unit) => !ApplicationForm.safeParse(unit.form).success)).toEqual([]);
    expect(plan.units.filter((unit) => !SelfReport.safeParse(unit.report).success)).toEqual([]);
  });

  it('has files that look like what they claim to be', () => {
    const files = plan.units.map((unit) => evidenceOf('2011', unit.unitKey, '1.1.1'));
    expect(files.filter((file) => !looksLike(file.contentType, file.bytes))).toEqual([]);
  });
});
