import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileObjection } from '#services/objections/file';
import { getObjection } from '#services/objections/get';
import { listObjections } from '#services/objections/list';
import { applicant, checker, committee, drafter, head, recommender, supervisor } from '../../support/season-fixture.ts';
import { citizen, publicized, seedResult, shortlisted } from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const anybody = { kind: 'public' } as const;

describe('reading objections', () => {
  let world: World;
  let publicityId: string;
  let objectionId: string;
  beforeAll(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, {}]);
    await shortlisted(world);
    ({ publicityId } = await publicized(world));
    const target = { kind: 'entry' as const, applicationId: 'application-1' };
    const objection = { publicityId, target, grounds: '材料不实', objector: citizen };
    ({ objectionId } = await fileObjection(world.as(anybody), objection));
  });
  afterAll(() => world.end());

  it('tells office and supervisor who objects, the committee the case alone, and nobody else anything', async () => {
    for (const actor of [checker, drafter, head, supervisor]) {
      expect((await getObjection(world.as(actor), { objectionId })).objector).toEqual(citizen);
    }
    const seen = await getObjection(world.as(committee), { objectionId });
    expect(seen).toMatchObject({ status: 'received', grounds: '材料不实' });
    const { items } = await listObjections(world.as(committee), { publicityId });
    expect(items.map((objection) => objection.objectionId)).toEqual([objectionId]);
    const text = JSON.stringify([seen, items]);
    for (const secret of ['柏溪午', '19900009001']) expect(text).not.toContain(secret);
    for (const actor of [anybody, applicant, recommender, person('reviewer', { role: 'reviewer' })]) {
      await expect(getObjection(world.as(actor), { objectionId })).rejects.toMatchObject({ code: 'NotAllowed' });
      await expect(listObjections(world.as(actor), { publicityId })).rejects.toMatchObject({ code: 'NotAllowed' });
    }
  });

  it('hides a case from whoever speaks for the entry, whatever else they are', async () => {
    const grants = { role: 'applicant', organizationId: 'organization-1' } as const;
    for (const role of [{ role: 'office' as const, duties: ['check' as const] }, { role: 'supervisor' as const }]) {
      const torn = person('torn', role, grants);
      await expect(getObjection(world.as(torn), { objectionId })).rejects.toMatchObject({ code: 'ConflictOfInterest' });
      expect((await listObjections(world.as(torn), { publicityId })).items).toEqual([]);
    }
  });
});
