import * as z from 'zod';
import { Category, checkCategories } from '#domain/categories';
import { mayAdminister } from '#domain/policies';
import { settingAt } from '#store/entities';
import type { Versioned } from '#store/table';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { categoriesKey } from '../reference.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { nextVersion } from './setting.ts';

export const SaveCategoriesInput = z.strictObject({
  version: z.int().min(0),
  categories: z.array(Category).min(1).max(60),
});

/** The taxonomy as a whole; `version` 0 is the default one that a new office finds. */
export async function saveCategories(
  ctx: Context,
  input: z.input<typeof SaveCategoriesInput>,
): Promise<Versioned<{ categories: Category[] }>> {
  allow(mayAdminister(ctx.actor));
  const { version, categories } = parse(SaveCategoriesInput, input);
  refuseFields(checkCategories(categories));
  const saved = { categories, version: version + 1 };
  return commit(ctx, {
    chain: 'setting/categories',
    action: 'categories.saved',
    details: { categories: categories.map((category) => category.categoryId) },
    writes: [nextVersion(settingAt(categoriesKey), { categories, version })],
    answer: saved,
  });
}
