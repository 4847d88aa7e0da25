import type { EvidenceFile } from '#domain/evidence';
import { keys } from '#store/keys';
import type { Snapshot } from '#store/records';
import type { Context } from '../context.ts';

export const applicationOwner = (applicationId: string): string => `application/${applicationId}`;

/** The confirmed files of an owner, read consistently. */
export const confirmedFiles = async (ctx: Pick<Context, 'store'>, ownerId: string): Promise<EvidenceFile[]> =>
  (await ctx.store.all<EvidenceFile>(keys.file(ownerId, '').pk)).filter((file) => file.status === 'confirmed');

/** The evidence of an application as a snapshot pins it: by version and hash. */
export const pinnedEvidence = async (
  ctx: Pick<Context, 'store'>,
  applicationId: string,
): Promise<Snapshot['evidence']> =>
  (await confirmedFiles(ctx, applicationOwner(applicationId))).map((file) => ({
    fileId: file.fileId,
    objectVersion: file.objectVersion ?? '',
    sha256: file.sha256,
  }));
