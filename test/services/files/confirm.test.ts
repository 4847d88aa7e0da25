import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceTypes } from '#domain/evidence';
import { createApplication } from '#services/applications/create';
import { saveForm } from '#services/applications/save-form';
import { submitApplication } from '#services/applications/submit';
import { announceFile } from '#services/files/announce';
import { confirmFile } from '#services/files/confirm';
import { getFile } from '#services/files/get';
import { linkFile } from '#services/files/link';
import { listFiles } from '#services/files/list';
import { removeFile } from '#services/files/remove';
import { confirmOrganization } from '#services/organizations/confirm';
import { registerOrganization } from '#services/organizations/register';
import { people } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { attach, cycleId, pdf, png, sha256Of, upload } from '../../support/case.ts';
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

describe('a file', () => {
  let world: World;
  let applicationId: string;
  beforeAll(async () => {
    world = await openWorld();
    await seedSeason(world);
    const created = await createApplication(world.as(applicant), { cycleId, organizationId: 'organization-a' });
    applicationId = created.applicationId;
  });
  afterAll(() => world.end());

  const evidence = () => ({
    purpose: 'evidence' as const,
    subjectId: applicationId,
    fileName: '制度汇编.pdf',
    contentType: 'application/pdf' as const,
    size: pdf.length,
    sha256: sha256Of(pdf),
  });

  it('counts once its bytes were looked at: pinned by version, listed, linked and downloaded', async () => {
    const confirmed = await attach(world, applicant, applicationId, '1.1.1');
    expect(confirmed).toMatchObject({ status: 'confirmed', pointId: '1.1.1', objectVersion: expect.any(String) });
    expect((await listFiles(world.as(recommender), { applicationId })).items).toMatchObject([
      { fileId: confirmed.fileId },
    ]);
    const { url } = await linkFile(world.as(recommender), { fileId: confirmed.fileId });
    expect(new Uint8Array(await (await fetch(url)).arrayBuffer())).toEqual(pdf);
    expect(await getFile(world.as(recommender), { fileId: confirmed.fileId })).toMatchObject({ fileName: '佐证.pdf' });
    await expect(getFile(world.as(elsewhere), { fileId: confirmed.fileId })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(linkFile(world.as(elsewhere), { fileId: confirmed.fileId })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(confirmFile(world.as(applicant), { fileId: confirmed.fileId })).rejects.toMatchObject({
      code: 'WrongState',
    });
  });

  it.each([
    ['of 0 bytes', { size: 0 }, 'size', 'TooSmall'],
    ['above the limit', { size: evidenceTypes['application/pdf'].limit + 1 }, 'size', 'TooLarge'],
    ['of a type that is not taken', { contentType: 'text/html' }, 'contentType', 'NotOffered'],
    ['whose name ends otherwise', { fileName: '制度汇编.exe' }, 'fileName', 'ExtensionDiffers'],
    ['whose name turns the reading direction', { fileName: 'fdp.\u202Eexe.pdf' }, 'fileName', 'NameHiddenCharacter'],
    ['whose name is a path', { fileName: '../../x.pdf' }, 'fileName', 'FileNamePath'],
    ['whose name has 2,000 characters', { fileName: `${'长'.repeat(2000)}.pdf` }, 'fileName', 'NameTooLong'],
    ['without a checksum in hex', { sha256: 'abc' }, 'sha256', 'Sha256'],
    ['for a point that the standard does not have', { pointId: '9.9.9' }, 'pointId', 'UnknownPoint'],
    ['with a field that does not exist', { colour: 'red' }, 'colour', 'UnknownField'],
  ])('is refused %s', async (_, changes, path, code) => {
    const given = { ...evidence(), ...changes } as Parameters<typeof announceFile>[1];
    await expect(announceFile(world.as(applicant), given)).rejects.toMatchObject({
      code: 'InvalidInput',
      fields: [{ path, code, zh: expect.any(String), en: expect.any(String) }],
    });
  });

  it('may be named with a character beyond the BMP', async () => {
    const { file } = await announceFile(world.as(applicant), { ...evidence(), fileName: '𠮷.pdf' });
    expect(file.fileName).toBe('𠮷.pdf');
  });

  it('is not taken for an application of somebody else', async () => {
    await expect(announceFile(world.as(otherApplicant), evidence())).rejects.toMatchObject({ code: 'NotAllowed' });
    const { file } = await announceFile(world.as(applicant), evidence());
    await expect(confirmFile(world.as(otherApplicant), { fileId: file.fileId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
    await expect(confirmFile(world.as({ kind: 'public' }), { fileId: file.fileId })).rejects.toMatchObject({
      code: 'NotAllowed',
    });
  });

  it('is missing until it arrives', async () => {
    const { file } = await announceFile(world.as(applicant), evidence());
    await expect(confirmFile(world.as(applicant), { fileId: file.fileId })).rejects.toMatchObject({
      code: 'UploadMissing',
    });
    await expect(linkFile(world.as(applicant), { fileId: file.fileId })).rejects.toMatchObject({
      code: 'UploadMissing',
    });
  });

  it('that is a PNG behind the name of a PDF is found out', async () => {
    const facts = { size: png.length, sha256: sha256Of(png) };
    const { file, upload: form } = await announceFile(world.as(applicant), { ...evidence(), ...facts });
    expect((await upload(form, png)).ok).toBe(true);
    await expect(confirmFile(world.as(applicant), { fileId: file.fileId })).rejects.toMatchObject({
      code: 'UploadMismatch',
      fields: [{ path: 'contentType' }],
    });
  });

  it('cannot be other bytes than those announced: the form refuses them', async () => {
    const { upload: form } = await announceFile(world.as(applicant), evidence());
    expect((await upload(form, pdf.slice(0, -1))).ok).toBe(false);
    const sameSize = Uint8Array.from(pdf, (byte, at) => (at === 9 ? byte + 1 : byte));
    expect((await upload(form, sameSize)).ok).toBe(false);
  });

  it('is removed while the applicant edits, and stays once the form is submitted', async () => {
    const first = await attach(world, applicant, applicationId);
    const second = await attach(world, applicant, applicationId);
    expect((await removeFile(world.as(applicant), { fileId: first.fileId })).status).toBe('removed');
    await saveForm(world.as(applicant), { applicationId, version: 1, form: fullForm });
    await submitApplication(world.as(applicant), { applicationId });
    await expect(removeFile(world.as(applicant), { fileId: second.fileId })).rejects.toMatchObject({
      code: 'WrongState',
    });
    await expect(announceFile(world.as(applicant), evidence())).rejects.toMatchObject({ code: 'WrongState' });
    const snapshot = await world.store.get(keys.snapshot(applicationId, 'form', 1));
    expect(snapshot.evidence.map((each) => each.fileId)).not.toContain(first.fileId);
    expect(snapshot.evidence.map((each) => each.fileId)).toContain(second.fileId);
  });

  it('that is the sealed letter becomes the organization’s, whose recommender can then confirm it', async () => {
    const founder = person('founder');
    await world.store.transact([
      create(people, {
        personId: 'founder',
        name: '王梅',
        username: 'founder',
        consent: { textVersion: '1', at: world.clock.now() },
        grants: [],
      }),
    ]);
    const { organizationId } = await registerOrganization(world.as(founder), {
      name: '云锦丙企业',
      creditCode: '91350100M000100Y43',
      categoryId: 'enterprise',
      areaId: 'yunjin',
      recommender: '经信局',
      contact: { name: '王梅', phone: '010-88886666' },
    });
    const letter = { ...evidence(), purpose: 'letter' as const, subjectId: organizationId };
    await expect(announceFile(world.as(applicant), letter)).rejects.toMatchObject({ code: 'NotAllowed' });
    await expect(
      confirmOrganization(world.as(recommender), { organizationId, verdict: 'confirm' }),
    ).rejects.toMatchObject({ code: 'Incomplete' });
    const { file, upload: form } = await announceFile(world.as(founder), letter);
    await upload(form, pdf);
    await confirmFile(world.as(founder), { fileId: file.fileId });
    expect((await world.store.get(keys.organization(organizationId))).letterId).toBe(file.fileId);
    const confirmed = await confirmOrganization(world.as(recommender), { organizationId, verdict: 'confirm' });
    expect(confirmed.status).toBe('confirmed');
    await expect(announceFile(world.as(founder), letter)).rejects.toMatchObject({ code: 'WrongState' });
  });

  it('that is an objector’s seal is taken from anybody and shown to office and supervisor only', async () => {
    const anybody = { kind: 'public' as const };
    const { subjectId: _, ...seal } = { ...evidence(), purpose: 'seal' as const };
    const { file, upload: form } = await announceFile(world.as(anybody), seal);
    await upload(form, pdf);
    const { fileId } = await confirmFile(world.as(anybody), { fileId: file.fileId });
    expect((await linkFile(world.as(drafter), { fileId })).url).toContain('http');
    expect((await linkFile(world.as(supervisor), { fileId })).url).toContain('http');
    for (const stranger of [anybody, applicant, recommender]) {
      await expect(linkFile(world.as(stranger), { fileId })).rejects.toMatchObject({ code: 'NotFound' });
    }
  });
});
