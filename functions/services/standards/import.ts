import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { standards } from '#store/entities';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { categoryNamed } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { ImportedContent, importedContent } from './content.ts';

export const ImportStandardInput = ImportedContent.extend({ categoryId: z.string() });

/** A new draft out of a workbook or a JSON document; what keeps it from being published is told when it is read. */
export async function importStandard(
  ctx: Context,
  input: z.input<typeof ImportStandardInput>,
): Promise<Versioned<StoredStandard>> {
  allow(mayAdminister(ctx.actor));
  const { categoryId: of, ...sent } = input;
  const { categoryId } = await categoryNamed(ctx, parse(ImportStandardInput.shape.categoryId, of, 'categoryId'));
  const content = await importedContent(sent);
  const standardId = ctx.ids.next('standard');
  const draft = { ...content, standardId, standardVersion: 1, categoryId, status: 'draft' as const, version: 1 };
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.imported',
    details: { standardId, standardVersion: 1, from: sent.workbook === undefined ? 'json' : 'xlsx' },
    writes: [create(standards, draft)],
    answer: draft,
  });
}
