import type { z } from 'zod';
import { AwardError } from '#domain/errors';
import { type EvidenceFile, PART_SIZE, partsOf } from '#domain/evidence';
import type { ArrivedPart } from '#store/bucket-parts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { FileRef } from './confirm.ts';
import { fileNamed, placeOf, requireUpload } from './upload-rights.ts';

type PartToSend = { partNumber: number; size: number; isThere: boolean; url?: string };

/** An upload in parts that still goes on. @throws AwardError `UploadMissing` when it was given up or is too old. */
export async function arrivedParts(
  ctx: Context,
  { objectKey, uploadId }: Pick<EvidenceFile, 'objectKey' | 'uploadId'>,
): Promise<ArrivedPart[]> {
  const there = uploadId === undefined ? undefined : await ctx.bucket.partsThere({ objectKey, uploadId });
  if (!there) throw new AwardError('UploadMissing');
  return there;
}

/** The parts of an announced file: which are there, and where to put the others in the next minutes. */
export async function filePartsOf(
  ctx: Context,
  input: z.input<typeof FileRef>,
): Promise<{ partSize: number; parts: PartToSend[] }> {
  const { fileId } = parse(FileRef, input);
  const file = await fileNamed(ctx, fileId);
  await requireUpload(ctx, placeOf(file));
  allow(file.status === 'announced', 'WrongState', { state: file.status });
  const there = await arrivedParts(ctx, file);
  const { objectKey, uploadId = '' } = file;
  const parts = partsOf(file.size).map(async (part) => {
    const isThere = there.some((arrived) => arrived.partNumber === part.partNumber && arrived.size === part.size);
    if (isThere) return { ...part, isThere };
    return { ...part, isThere, url: await ctx.bucket.partLink({ objectKey, uploadId }, part.partNumber, part.size) };
  });
  return { partSize: PART_SIZE, parts: await Promise.all(parts) };
}
