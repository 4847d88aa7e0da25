import * as z from 'zod';
import type { EvidenceFile } from '#domain/evidence';
import { mayEdit } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { namingFor } from './blind-names.ts';
import { applicationOwner } from './pinned.ts';
import { seesFile } from './sees-owner.ts';

export const ListFilesInput = z.strictObject({ applicationId: z.string() });

/** The papers of an application that one may see; what was announced and never arrived only the applicant sees. */
export async function listFiles(
  ctx: Context,
  input: z.input<typeof ListFilesInput>,
): Promise<{ items: EvidenceFile[] }> {
  const { applicationId } = parse(ListFilesInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  const ownerId = applicationOwner(applicationId);
  const all = await ctx.store.all<EvidenceFile>(keys.file(ownerId, '').pk);
  const isOwn = mayEdit(ctx.actor, application);
  const there = all.filter((file) => file.status === 'confirmed' || (isOwn && file.status === 'announced'));
  const seen = await Promise.all(there.map(async (file) => ((await seesFile(ctx, file)) ? [file] : [])));
  return { items: seen.flat().map(await namingFor(ctx, application)) };
}
