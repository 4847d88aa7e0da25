import type * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { standards } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { ImportedContent, importedContent } from './content.ts';
import { StandardVersionRef } from './discard.ts';

export const ImportIntoInput = ImportedContent.extend(StandardVersionRef.shape);

/** Replaces a draft by what a workbook or a JSON document holds, the whole of it or nothing. */
export async function importIntoStandard(
  ctx: Context,
  input: z.input<typeof ImportIntoInput>,
): Promise<Versioned<StoredStandard>> {
  allow(mayAdminister(ctx.actor));
  const { standardId: id, standardVersion: number, version: seen, ...sent } = input;
  const { standardId, standardVersion, version } = parse(StandardVersionRef, {
    standardId: id,
    standardVersion: number,
    version: seen,
  });
  const before = await ctx.store.get(keys.standard(standardId, standardVersion));
  allow(before.status === 'draft', 'StandardInUse');
  const content = await importedContent(sent);
  const { categoryId, status } = before;
  const replaced = { ...content, standardId, standardVersion, categoryId, status, version };
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.imported',
    details: { standardId, standardVersion, from: sent.workbook === undefined ? 'json' : 'xlsx' },
    writes: [save(standards, replaced)],
    answer: { ...replaced, version: version + 1 },
  });
}
