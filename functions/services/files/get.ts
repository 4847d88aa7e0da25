import type { z } from 'zod';
import type { EvidenceFile } from '#domain/evidence';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { namedForViewer } from './blind-names.ts';
import { FileRef } from './confirm.ts';
import { seesFile } from './sees-owner.ts';
import { fileNamed } from './upload-rights.ts';

/** Name, type and size of a file that one may see: for a page that knows no more of it than its id. */
export async function getFile(ctx: Context, input: z.input<typeof FileRef>): Promise<EvidenceFile> {
  const { fileId } = parse(FileRef, input);
  const file = await fileNamed(ctx, fileId);
  allow(await seesFile(ctx, file), 'NotFound');
  return namedForViewer(ctx, file);
}
