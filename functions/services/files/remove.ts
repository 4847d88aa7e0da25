import type { z } from 'zod';
import { type EvidenceFile, fileTransitions } from '#domain/evidence';
import { next } from '#domain/transitions';
import { files } from '#store/entities';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { FileRef } from './confirm.ts';
import { fileNamed, placeOf, requireUpload } from './upload-rights.ts';

/** Takes a piece of evidence away while the applicant edits. What a submission pinned stays in the bucket. */
export async function removeFile(ctx: Context, input: z.input<typeof FileRef>): Promise<EvidenceFile> {
  const { fileId } = parse(FileRef, input);
  const file = await fileNamed(ctx, fileId);
  allow(file.purpose === 'evidence');
  const guard = await requireUpload(ctx, placeOf(file));
  const { objectKey, uploadId } = file;
  if (file.status === 'announced' && uploadId !== undefined) await ctx.bucket.abandonParts({ objectKey, uploadId });
  const removed = { ...file, status: next(fileTransitions, 'remove', file.status) };
  return commit(ctx, {
    chain: file.ownerId,
    action: 'file.removed',
    details: { fileId, sha256: file.sha256 },
    writes: [save(files, removed), ...guard],
    answer: removed,
  });
}
