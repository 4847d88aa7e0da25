import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { standards } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { categoryNamed } from '../reference.ts';
import { allow, parse } from '../require.ts';

export const CreateStandardInput = z.strictObject({
  from: z.strictObject({ standardId: z.string(), standardVersion: z.int().min(1) }),
  /** The next version of that standard, or a standard of its own that begins as its copy. */
  as: z.enum(['version', 'standard']),
  /** A standard of its own may be of another category: most begin from the nearest example (domain.md §8). */
  categoryId: z.string().optional(),
  name: z.string().trim().min(1).max(100).optional(),
});
type CreateStandardInput = z.output<typeof CreateStandardInput>;

async function nextVersion(ctx: Context, standardId: string): Promise<number> {
  const versions = await ctx.store.all<StoredStandard>(keys.standard(standardId, 0).pk);
  return Math.max(...versions.map((each) => each.standardVersion)) + 1;
}

async function placeOf(ctx: Context, source: StoredStandard, { as, categoryId }: CreateStandardInput) {
  if (as === 'version') {
    return {
      standardId: source.standardId,
      standardVersion: await nextVersion(ctx, source.standardId),
      categoryId: source.categoryId,
    };
  }
  const category = await categoryNamed(ctx, categoryId ?? source.categoryId);
  return { standardId: ctx.ids.next('standard'), standardVersion: 1, categoryId: category.categoryId };
}

/** A draft to work on: a copy of an example, of a standard or of an older version. */
export async function createStandard(
  ctx: Context,
  input: z.input<typeof CreateStandardInput>,
): Promise<StoredStandard> {
  allow(mayAdminister(ctx.actor));
  const given = parse(CreateStandardInput, input);
  const { version: _, ...source } = await ctx.store.get(
    keys.standard(given.from.standardId, given.from.standardVersion),
  );
  const place = await placeOf(ctx, source, given);
  const draft = { ...source, ...place, ...(given.name && { name: given.name }), status: 'draft' as const, version: 1 };
  const { standardId, standardVersion } = place;
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.created',
    details: { standardId, standardVersion, from: source.standardId, fromVersion: source.standardVersion },
    writes: [create(standards, draft)],
    answer: draft,
  });
}
