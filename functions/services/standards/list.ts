import * as z from 'zod';
import { oversees } from '#domain/policies';
import { lists } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Context } from '../context.ts';
import { categoriesOf } from '../reference.ts';
import { parse } from '../require.ts';

export const ListStandardsInput = z.strictObject({ categoryId: z.string().optional() });

export type StandardSummary = Pick<
  StoredStandard,
  'standardId' | 'standardVersion' | 'categoryId' | 'name' | 'label' | 'status'
>;

/** The standards of one category or of all, without their trees. */
export async function listStandards(
  ctx: Context,
  input: z.input<typeof ListStandardsInput>,
): Promise<{ items: StandardSummary[] }> {
  const { categoryId } = parse(ListStandardsInput, input);
  const categoryIds = categoryId ? [categoryId] : (await categoriesOf(ctx)).map((category) => category.categoryId);
  const found = await Promise.all(
    categoryIds.map((id) => ctx.store.indexed<StoredStandard>({ index: 'lists', pk: lists.standards(id) })),
  );
  const visible = found.flat().filter((standard) => standard.status !== 'draft' || oversees(ctx.actor));
  return {
    items: visible.map(({ standardId, standardVersion, categoryId: of, name, label, status }) => ({
      standardId,
      standardVersion,
      categoryId: of,
      name,
      label,
      status,
    })),
  };
}
