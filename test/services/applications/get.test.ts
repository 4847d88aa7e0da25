import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getApplication } from '#services/applications/get';
import { listApplications } from '#services/applications/list';
import { ownApplications } from '#services/applications/own';
import { returnApplication } from '#services/applications/return';
import { saveForm } from '#services/applications/save-form';
import { timelineOf } from '#services/applications/timeline';
import { assignments } from '#store/entities';
import { create } from '#store/writes';
import { assessed, cycleId, submitted } from '../../support/case.ts';
import {
  applicant,
  drafter,
  elsewhere,
  fullForm,
  otherApplicant,
  recommender,
  seedSeason,
  supervisor,
} from '../../support/season-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const reviewer = person('reviewer', { role: 'reviewer' });
const otherReviewer = person('other-reviewer', { role: 'reviewer' });

describe('who sees what of an application', () => {
  let world: World;
  let first: string;
  let second: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    first = await assessed(world);
    second = await submitted(world, otherApplicant, 'organization-b');
    const assignment = {
      cycleId,
      applicationId: first,
      categoryId: 'enterprise',
      organizationName: '云锦甲企业',
      reviewerName: '专家',
      dueAt: '2026-08-31T18:00:00.000+08:00',
      assignedAt: world.clock.now(),
      submissions: 0,
    };
    await world.store.transact([
      create(assignments, { ...assignment, assignmentId: 'a1', reviewerId: 'reviewer', status: 'accepted' }),
      create(assignments, { ...assignment, assignmentId: 'a2', reviewerId: 'other-reviewer', status: 'recused' }),
    ]);
  });
  afterAll(() => world.end());

  it('shows the applicant its draft, and the desks what was submitted', async () => {
    await returnApplication(world.as(recommender), { applicationId: second, reason: '请修改' });
    const changed = { ...fullForm, profile: '改写中，尚未提交' };
    await saveForm(world.as(otherApplicant), { applicationId: second, version: 1 + 1, form: changed });
    const own = await getApplication(world.as(otherApplicant), { applicationId: second });
    expect(own).toMatchObject({ form: { profile: '改写中，尚未提交' }, formVersion: 3 });
    const desk = await getApplication(world.as(recommender), { applicationId: second });
    expect(desk.form).toEqual(fullForm);
    expect(desk).not.toHaveProperty('formVersion');
  });

  it('shows an assigned reviewer the substance without contacts, opinions and the way through the desks', async () => {
    const seen = await getApplication(world.as(reviewer), { applicationId: first });
    expect(Object.keys(seen.application).toSorted()).toEqual([
      'applicationId',
      'areaId',
      'categoryId',
      'cycleId',
      'organizationId',
      'organizationName',
      'standardId',
      'standardVersion',
    ]);
    const { contactName: _, contactPhone: __, ...substance } = fullForm;
    expect(seen.form).toEqual(substance);
    expect(seen.assessment?.points['1.1.1']).toEqual({ score: '7.00', justification: '说明' });
  });

  it('shows nothing to a reviewer who recused, to another unit, or to a recommender of elsewhere', async () => {
    for (const stranger of [otherReviewer, otherApplicant, elsewhere, person('nobody'), { kind: 'public' as const }]) {
      await expect(getApplication(world.as(stranger), { applicationId: first })).rejects.toMatchObject({
        code: 'NotFound',
      });
    }
    await expect(timelineOf(world.as(reviewer), { applicationId: first })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('tells the case in words, and by whom only to those who oversee it', async () => {
    const own = await timelineOf(world.as(applicant), { applicationId: first });
    expect(own.items.map((entry) => entry.zh)).toEqual([
      '开始申报',
      '提交申报表',
      '推荐',
      '形式审查通过',
      '开始自评',
      '提交自评',
    ]);
    expect(own.items.every((entry) => entry.by === undefined)).toBe(true);
    const full = await timelineOf(world.as(supervisor), { applicationId: first });
    expect(full.items.filter((entry) => entry.by === 'applicant').length).toBeGreaterThan(2);
    expect(full.items.map((entry) => entry.action)).toContain('file.confirmed');
  });

  it('lists by status, category and area; a recommender sees its own area, an applicant its own case', async () => {
    const ids = async (who: typeof drafter, more: object = {}) =>
      (await listApplications(world.as(who), { cycleId, ...more })).items.map((each) => each.applicationId).toSorted();
    expect(await ids(drafter)).toEqual([first, second].toSorted());
    expect(await ids(drafter, { status: 'self-assessed' })).toEqual([first]);
    expect(await ids(drafter, { areaId: 'songling' })).toEqual([]);
    expect(await ids(drafter, { areaId: 'district' })).toEqual([first, second].toSorted());
    expect(await ids(drafter, { categoryId: 'family' })).toEqual([]);
    expect(await ids(recommender)).toEqual([first, second].toSorted());
    expect(await ids(elsewhere)).toEqual([]);
    await expect(listApplications(world.as(applicant), { cycleId })).rejects.toMatchObject({ code: 'NotAllowed' });
    expect((await ownApplications(world.as(applicant))).items.map((each) => each.applicationId)).toEqual([first]);
  });

  it('pages with a cursor that fits no other list', async () => {
    const page = await listApplications(world.as(drafter), { cycleId, limit: 1 });
    const rest = await listApplications(world.as(drafter), { cycleId, limit: 1, cursor: page.cursor });
    expect([...page.items, ...rest.items].map((each) => each.applicationId).toSorted()).toEqual(
      [first, second].toSorted(),
    );
    expect(rest).not.toHaveProperty('cursor');
    await expect(
      listApplications(world.as(drafter), { cycleId, status: 'returned', cursor: page.cursor }),
    ).rejects.toMatchObject({ code: 'InvalidCursor' });
  });
});
