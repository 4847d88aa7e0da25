import type { z } from 'zod';
import type { EvidenceFile } from '#domain/evidence';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { AnnounceInput, announced } from './announce.ts';

/**
 * Announces a large file that will come in parts, so that a broken upload goes on where it was. `filePartsOf` tells
 * which parts are missing and where to put them; it counts only after it was confirmed.
 */
export async function announceInParts(
  ctx: Context,
  input: z.input<typeof AnnounceInput>,
): Promise<{ file: EvidenceFile }> {
  const { file, act } = await announced(ctx, parse(AnnounceInput, input));
  const inParts = { ...file, uploadId: await ctx.bucket.beginParts(file) };
  return commit(ctx, { ...act(inParts), answer: { file: inParts } });
}
