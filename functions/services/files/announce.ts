import * as z from 'zod';
import type { FieldProblem } from '#domain/errors';
import { EvidenceFile, evidenceTypeNames, evidenceTypes } from '#domain/evidence';
import { FileName } from '#domain/names';
import { personIdOf } from '#domain/people';
import type { Upload } from '#store/bucket';
import { files, locators } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { confirmedFiles } from './pinned.ts';
import { ownerOf, requireUpload } from './upload-rights.ts';

export const AnnounceInput = z.strictObject({
  purpose: EvidenceFile.shape.purpose,
  /** The application or the organization; an objection's seal has none. */
  subjectId: z.string().default(''),
  pointId: z.string().optional(),
  fileName: FileName,
  contentType: z.enum(evidenceTypeNames),
  size: z.int().min(1),
  sha256: z.string().refine((text) => /^[0-9a-f]{64}$/.test(text), {
    params: {
      code: 'Sha256',
      zh: '应为文件 SHA-256 的 64 位小写十六进制。',
      en: 'Give the SHA-256 of the bytes in lower-case hex.',
    },
  }),
});
type AnnounceInput = z.output<typeof AnnounceInput>;

/** The most files of one owner. */
const MOST_FILES = 300;

const megabytes = (bytes: number): string => `${bytes / 2 ** 20} MB`;

function checkType({ fileName, contentType, size }: AnnounceInput): FieldProblem[] {
  const { extensions, limit } = evidenceTypes[contentType];
  const named = extensions.some((extension) => fileName.toLowerCase().endsWith(`.${extension}`));
  const wrongName = {
    path: 'fileName',
    code: 'ExtensionDiffers',
    zh: `文件名应以 .${extensions.join(' 或 .')} 结尾。`,
    en: `The name must end in .${extensions.join(' or .')}.`,
  };
  const tooLarge = {
    path: 'size',
    code: 'TooLarge',
    zh: `文件不能超过 ${megabytes(limit)}。`,
    en: `The file can be at most ${megabytes(limit)}.`,
  };
  return [...(named ? [] : [wrongName]), ...(size <= limit ? [] : [tooLarge])];
}

/**
 * Announces a file before it is uploaded. The answer carries a form that takes exactly these bytes: type, size and
 * SHA-256 are conditions of it. The file counts only after it was confirmed.
 */
export async function announceFile(
  ctx: Context,
  input: z.input<typeof AnnounceInput>,
): Promise<{ file: EvidenceFile; upload: Upload }> {
  const { file, act } = await announced(ctx, parse(AnnounceInput, input));
  return commit(ctx, { ...act(file), answer: { file, upload: await ctx.bucket.uploadForm(file) } });
}

/** The file as it is announced, in whichever way it comes, and what makes it so. */
export async function announced(ctx: Context, given: z.output<typeof AnnounceInput>) {
  refuseFields(checkType(given));
  const guard = await requireUpload(ctx, given);
  const { subjectId: _, pointId, ...facts } = given;
  const fileId = ctx.ids.next('file');
  const ownerId = ownerOf(given, fileId);
  allow((await confirmedFiles(ctx, ownerId)).length < MOST_FILES, 'QuotaExceeded', { limit: MOST_FILES });
  const file: EvidenceFile = {
    ...facts,
    ...(pointId !== undefined && { pointId }),
    fileId,
    ownerId,
    status: 'announced',
    objectKey: `${ownerId}/${fileId}`,
    uploadedBy: personIdOf(ctx.actor) ?? 'public',
    at: ctx.clock.now(),
  };
  const act = (made: EvidenceFile) => ({
    chain: `file/${fileId}`,
    action: 'file.announced',
    details: { fileId, ownerId, purpose: file.purpose, size: file.size, sha256: file.sha256 },
    concealed: file.purpose === 'seal',
    writes: [create(files, made), create(locators, { id: fileId, ...keys.file(ownerId, fileId) }), ...guard],
  });
  return { file, act };
}
