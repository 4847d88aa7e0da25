import type { z } from 'zod';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { namedForViewer } from './blind-names.ts';
import { FileRef } from './confirm.ts';
import { seesFile } from './sees-owner.ts';
import { fileNamed } from './upload-rights.ts';

/** A link of a few minutes to the pinned bytes. */
export async function linkFile(ctx: Context, input: z.input<typeof FileRef>): Promise<{ url: string }> {
  const { fileId } = parse(FileRef, input);
  const file = await fileNamed(ctx, fileId);
  allow(await seesFile(ctx, file), 'NotFound');
  allow(file.status === 'confirmed' && file.objectVersion !== undefined, 'UploadMissing');
  return { url: await ctx.bucket.link(await namedForViewer(ctx, file)) };
}
