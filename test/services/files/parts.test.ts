import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PART_SIZE } from '#domain/evidence';
import { createApplication } from '#services/applications/create';
import { announceInParts } from '#services/files/announce-in-parts';
import { confirmFile } from '#services/files/confirm';
import { linkFile } from '#services/files/link';
import { filePartsOf } from '#services/files/parts';
import { removeFile } from '#services/files/remove';
import { cycleId, sha256Of } from '../../support/case.ts';
import { applicant, otherApplicant, seedSeason } from '../../support/season-fixture.ts';
import { openWorld, type World } from '../../support/world.ts';

const large = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2 * PART_SIZE)]);

describe('a large file in parts', () => {
  let world: World;
  let applicationId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    const created = await createApplication(world.as(applicant), { cycleId, organizationId: 'organization-a' });
    applicationId = created.applicationId;
  });
  afterAll(() => world.end());

  const announce = async (bytes = large, more = {}) => {
    const facts = { purpose: 'evidence' as const, subjectId: applicationId, contentType: 'application/pdf' as const };
    const given = { ...facts, fileName: '档案.pdf', size: bytes.length, sha256: sha256Of(bytes), ...more };
    return (await announceInParts(world.as(applicant), given)).file.fileId;
  };
  const parts = async (fileId: string) => (await filePartsOf(world.as(applicant), { fileId })).parts;
  const sendPart = async (fileId: string, number: number, bytes = large) => {
    const part = (await parts(fileId)).find(({ partNumber }) => partNumber === number);
    const body = bytes.subarray((number - 1) * PART_SIZE, number * PART_SIZE);
    return fetch(part?.url ?? '', { method: 'PUT', body: Uint8Array.from(body) });
  };

  it('goes up part by part, tells what is missing, and is the announced bytes in the end', async () => {
    const fileId = await announce();
    expect((await parts(fileId)).map(({ size, isThere }) => [size, isThere])).toEqual([
      [PART_SIZE, false],
      [PART_SIZE, false],
      [9, false],
    ]);
    expect((await sendPart(fileId, 2)).status).toBe(200);
    expect((await sendPart(fileId, 1)).status).toBe(200);
    await expect(confirmFile(world.as(applicant), { fileId })).rejects.toMatchObject({ code: 'UploadMissing' });
    expect((await parts(fileId)).map(({ isThere, url }) => [isThere, url !== undefined])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
    expect((await sendPart(fileId, 3)).status).toBe(200);
    const confirmed = await confirmFile(world.as(applicant), { fileId });
    expect(confirmed).toMatchObject({ status: 'confirmed', objectVersion: expect.any(String) });
    const { url } = await linkFile(world.as(applicant), { fileId });
    const arrived = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(createHash('sha256').update(arrived).digest('hex')).toBe(sha256Of(large));
    await expect(filePartsOf(world.as(applicant), { fileId })).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('cannot be other bytes than those announced', async () => {
    const fileId = await announce();
    const other = Uint8Array.from(large, (byte, at) => (at === PART_SIZE + 5 ? byte ^ 1 : byte));
    for (const number of [1, 2, 3]) await sendPart(fileId, number, Buffer.from(other));
    await expect(confirmFile(world.as(applicant), { fileId })).rejects.toMatchObject({
      code: 'UploadMismatch',
      fields: [{ path: 'sha256' }],
    });
    // what was put together stays refused
    await expect(confirmFile(world.as(applicant), { fileId })).rejects.toMatchObject({ code: 'UploadMismatch' });
  });

  it('takes a part of its own size only', async () => {
    const fileId = await announce();
    const [first] = await parts(fileId);
    expect((await fetch(first?.url ?? '', { method: 'PUT', body: 'short' })).status).toBe(403);
  });

  it('is given up when it is removed', async () => {
    const fileId = await announce();
    const [first] = await parts(fileId);
    expect((await removeFile(world.as(applicant), { fileId })).status).toBe('removed');
    const late = await fetch(first?.url ?? '', { method: 'PUT', body: Uint8Array.from(large.subarray(0, PART_SIZE)) });
    expect(late.status).toBe(404);
    await expect(filePartsOf(world.as(applicant), { fileId })).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('is announced, told of and confirmed by the applicant only, and held to the same limits', async () => {
    const fileId = await announce();
    await expect(filePartsOf(world.as(otherApplicant), { fileId })).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(announce(large, { size: 201 * 2 ** 20 })).rejects.toMatchObject({ code: 'InvalidInput' });
    await expect(announce(large, { fileName: '档案.exe' })).rejects.toMatchObject({ code: 'InvalidInput' });
  });

  it('counts as not arrived once its upload was given up', async () => {
    const fileId = await announce();
    const { objectKey, uploadId = '' } = (
      await world.store.all<{ fileId: string; objectKey: string; uploadId?: string }>(
        `FILES#application/${applicationId}`,
      )
    ).find((each) => each.fileId === fileId) ?? { objectKey: '' };
    await world.as(applicant).bucket.abandonParts({ objectKey, uploadId });
    await expect(filePartsOf(world.as(applicant), { fileId })).rejects.toMatchObject({ code: 'UploadMissing' });
    await expect(confirmFile(world.as(applicant), { fileId })).rejects.toMatchObject({ code: 'UploadMissing' });
  });
});
