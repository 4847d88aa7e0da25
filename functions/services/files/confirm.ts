import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { type EvidenceFile, fileTransitions, looksLike, partsOf } from '#domain/evidence';
import { next } from '#domain/transitions';
import { files, organizations } from '#store/entities';
import { keys } from '#store/keys';
import { save, type Write } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { fileNamed, placeOf, requireUpload } from './upload-rights.ts';

export const FileRef = z.strictObject({ fileId: z.string() });

/** As many first bytes as the longest magic has, and some. */
const SNIFFED = 16;

const mismatch = (path: 'size' | 'sha256' | 'contentType', zh: string, en: string): AwardError =>
  new AwardError('UploadMismatch', {
    values: { what: `${zh} / ${en}` },
    fields: [
      {
        path,
        code: 'UploadMismatch',
        zh: `收到的文件${zh}与登记的不一致。`,
        en: `The ${en} of the file that arrived is not the one announced.`,
      },
    ],
  });

/**
 * Looks at the bytes that arrived; what the browser said of them proves nothing.
 * @returns the version of the object that was looked at.
 * @throws AwardError `UploadMissing`, `UploadMismatch` at `size`, `sha256` or `contentType`.
 */
async function arrivedVersion(ctx: Context, file: EvidenceFile): Promise<string> {
  const facts = await ctx.bucket.facts(file.objectKey);
  if (!facts) throw new AwardError('UploadMissing');
  if (facts.size !== file.size) throw mismatch('size', '大小', 'size');
  const sha256 = facts.sha256 ?? (await ctx.bucket.sha256Of(file.objectKey, facts.versionId));
  if (sha256 !== file.sha256) throw mismatch('sha256', '校验值', 'checksum');
  const head = await ctx.bucket.firstBytes(file.objectKey, facts.versionId, SNIFFED);
  if (!looksLike(file.contentType, head)) throw mismatch('contentType', '类型', 'type');
  return facts.versionId;
}

/** Makes one object of the parts. What was put together before, and then not confirmed, is there already. */
async function putTogether(ctx: Context, { objectKey, uploadId, size }: EvidenceFile): Promise<void> {
  if (uploadId === undefined) return;
  const there = await ctx.bucket.partsThere({ objectKey, uploadId });
  if (!there) return;
  const wanted = partsOf(size);
  const isWhole = wanted.every(({ partNumber, size: bytes }) =>
    there.some((part) => part.partNumber === partNumber && part.size === bytes),
  );
  if (!isWhole || there.length !== wanted.length) throw new AwardError('UploadMissing');
  await ctx.bucket.putTogether({ objectKey, uploadId }, there);
}

/** A letter becomes the organization's in the same transaction. */
async function takenUp(ctx: Context, file: EvidenceFile): Promise<Write[]> {
  if (file.purpose !== 'letter') return [];
  const organization = await ctx.store.get(keys.organization(placeOf(file).subjectId));
  return [save(organizations, { ...organization, letterId: file.fileId })];
}

/** Ends an upload: the bytes were looked at, and their version is pinned. */
export async function confirmFile(ctx: Context, input: z.input<typeof FileRef>): Promise<EvidenceFile> {
  const { fileId } = parse(FileRef, input);
  const file = await fileNamed(ctx, fileId);
  const guard = await requireUpload(ctx, placeOf(file));
  const status = next(fileTransitions, 'confirm', file.status);
  await putTogether(ctx, file);
  const confirmed = { ...file, status, objectVersion: await arrivedVersion(ctx, file) };
  return commit(ctx, {
    chain: file.purpose === 'seal' ? `file/${fileId}` : file.ownerId,
    action: 'file.confirmed',
    details: { fileId, purpose: file.purpose, sha256: file.sha256, objectVersion: confirmed.objectVersion },
    // A seal is an objector's: who uploaded it is confidential.
    concealed: file.purpose === 'seal',
    writes: [save(files, confirmed), ...guard, ...(await takenUp(ctx, file))],
    answer: confirmed,
  });
}
