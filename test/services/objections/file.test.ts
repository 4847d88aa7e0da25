import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Objector } from '#domain/objections';
import type { Publicity } from '#domain/publicity';
import { once } from '#services/commit';
import { enterLetter, fileObjection } from '#services/objections/file';
import { files, locators } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import { create } from '#store/writes';
import { applicant, checker, committee, drafter, supervisor } from '../../support/season-fixture.ts';
import { citizen, expired, publicized, seedResult, shortlisted } from '../../support/selection-fixture.ts';
import { openWorld, person, type World } from '../../support/world.ts';

const anybody = { kind: 'public' } as const;
const target = { kind: 'entry', applicationId: 'application-1' } as const;
const unit: Objector = { kind: 'unit', name: '文澜区读书会', contact: '邹念初 19900009002' };

describe('filing an objection', () => {
  let world: World;
  let publicity: Publicity;
  beforeEach(async () => {
    world = await openWorld('2026-09-18T09:00:00+08:00');
    await seedResult(world, [{}, {}, { selected: false }]);
    await shortlisted(world);
    publicity = await publicized(world);
  });
  afterEach(() => world.end());

  const file = (objector: Objector = citizen, actor: typeof applicant = anybody, changes = {}) =>
    fileObjection(world.as(actor), {
      publicityId: publicity.publicityId,
      target,
      grounds: '特色课程系邻近社区开设。',
      objector,
      ...changes,
    });
  const open = async () => [
    (await world.store.get(keys.publicity(publicity.publicityId))).openObjections,
    (await world.store.get(keys.application('application-1'))).openObjections,
  ];

  it('blocks the list and the entry from its own transaction on, with two working days for admissibility', async () => {
    expect(await file()).toMatchObject({ status: 'received', defects: [], admitBy: '2026-09-22T00:00:00.000+08:00' });
    expect(await open()).toEqual([1, 1]);
    const procedure = { target: { kind: 'procedure' } };
    await file(citizen, anybody, procedure);
    expect(await open()).toEqual([2, 1]);
  });

  it('loses none of several that come in the same moment', async () => {
    const filed = await Promise.all([1, 2, 3, 4].map(() => file()));
    expect(new Set(filed.map(({ objectionId }) => objectionId)).size).toBe(4);
    expect(await open()).toEqual([4, 4]);
  });

  it('keeps a defective one with the reason, and lets it block nothing', async () => {
    const anonymous = await file({ kind: 'person', name: '', unit: '', phone: '' });
    expect(anonymous).toMatchObject({
      status: 'inadmissible',
      defects: ['anonymous', 'unitless', 'contactless'],
      reason: '不予受理：未署真实姓名或单位名称；未写明所在单位（无单位的应注明“无”）；未留联系方式。',
    });
    expect(await file(unit)).toMatchObject({ status: 'inadmissible', defects: ['unsealed'] });
    expect(await open()).toEqual([0, 0]);
    expect((await world.store.get(keys.objector(anonymous.objectionId))).objector).toMatchObject({ name: '' });
  });

  it('takes a unit’s seal only when the scan was checked', async () => {
    const seal = (status: 'announced' | 'confirmed') => ({
      ...{ fileId: `seal-${status}`, ownerId: `objection-seal/seal-${status}`, purpose: 'seal' as const, status },
      ...{ fileName: '公章.png', contentType: 'image/png' as const, size: 9, sha256: 'a'.repeat(64) },
      ...{ objectKey: 'k', uploadedBy: 'public', at: '2026-09-18T09:00:00.000+08:00' },
    });
    for (const each of [seal('announced'), seal('confirmed')]) {
      const { pk, sk } = keys.file(each.ownerId, each.fileId);
      await world.store.transact([create(files, each), create(locators, { id: each.fileId, pk, sk })]);
    }
    expect((await file({ ...unit, sealFileId: 'seal-announced' })).defects).toEqual(['unsealed']);
    expect((await file({ ...unit, sealFileId: 'no-such-file' })).defects).toEqual(['unsealed']);
    expect((await file({ ...unit, sealFileId: 'seal-confirmed' })).defects).toEqual([]);
  });

  it('goes on until 24:00 of the last day online, and by postmark until the end of the mail grace', async () => {
    const letter = (postmarkedOn?: string, actor = checker) =>
      enterLetter(world.as(actor), {
        ...{ publicityId: publicity.publicityId, target, grounds: '材料不实', objector: citizen },
        ...(postmarkedOn && { postmarkedOn }),
      });
    await world.time.advanceTo(Date.parse('2026-09-24T23:59:59+08:00'));
    await file();
    await expired(world, publicity);
    await expect(file()).rejects.toMatchObject({
      code: 'WindowClosed',
      values: { opensAt: '2026-09-20', closesAt: '2026-09-24' },
    });
    for (const actor of [applicant, committee, supervisor]) {
      await expect(letter('2026-09-24', actor)).rejects.toMatchObject({ code: 'NotAllowed' });
    }
    const grants = { role: 'applicant', organizationId: 'organization-1' } as const;
    const torn = person('torn', { role: 'office', duties: ['check'] }, grants);
    await expect(letter('2026-09-24', torn)).rejects.toMatchObject({ code: 'ConflictOfInterest' });
    expect(await letter('2026-09-24', drafter)).toMatchObject({ status: 'received', channel: 'letter' });
    expect(await letter('2026-09-25')).toMatchObject({ status: 'inadmissible', defects: ['late'] });
    expect(await letter()).toMatchObject({ status: 'inadmissible', defects: ['late'] });
    await world.time.advanceTo(Date.parse('2026-10-01T00:00:00+08:00'));
    await expect(letter('2026-09-24')).rejects.toMatchObject({ code: 'WindowClosed' });
  });

  it('is about an entry of this list, an omission or the procedure, in so many words', async () => {
    const notListed = { target: { kind: 'entry', applicationId: 'application-3' } };
    await expect(file(citizen, anybody, notListed)).rejects.toMatchObject({
      fields: [{ path: 'target.applicationId', code: 'NotListed' }],
    });
    await expect(file(citizen, anybody, { grounds: '据'.repeat(5001) })).rejects.toMatchObject({
      fields: [{ path: 'grounds', code: 'TooLong' }],
    });
    await expect(file(citizen, anybody, { grounds: ' ' })).rejects.toMatchObject({
      fields: [{ path: 'grounds', code: 'Blank' }],
    });
    await expect(file(citizen, anybody, { publicityId: 'publicity-9' })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('writes nowhere but beside the objection who objects, not even in the audit or the kept answer', async () => {
    const ctx = world.as(applicant, { key: 'once', hash: 'h' });
    const input = { publicityId: publicity.publicityId, target, grounds: '材料不实', objector: citizen };
    const { answer } = await once(ctx, () => fileObjection(ctx, input));
    const { objectionId } = answer;
    const replayed = await once(ctx, () => fileObjection(ctx, input));
    expect(replayed).toMatchObject({ replayed: true, answer: { objectionId } });
    const events = await world.store.all<StoredEvent>(`AUDIT#objection/${objectionId}`, 'EVENT');
    expect(events.map(({ actor }) => actor)).toEqual([{ kind: 'public', id: 'public' }]);
    const kept = await world.store.get(keys.kept('applicant', 'once'));
    const text = JSON.stringify([events, kept.answer, answer]);
    for (const secret of ['柏溪午', '19900009001', 'organization-a']) expect(text).not.toContain(secret);
    expect(await world.store.get(keys.objector(objectionId))).toMatchObject({
      objector: citizen,
      filedBy: 'applicant',
    });
  });
});
