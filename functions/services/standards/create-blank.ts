import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { wholeMarks } from '#domain/standard-check';
import { standards } from '#store/entities';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { categoryNamed } from '../reference.ts';
import { allow, parse } from '../require.ts';

export const CreateBlankInput = z.strictObject({
  categoryId: z.string(),
  name: z.string().trim().min(1).max(100),
});

/** An empty draft for a category, where no example and no earlier standard is near enough to begin from. */
export async function createBlankStandard(
  ctx: Context,
  input: z.input<typeof CreateBlankInput>,
): Promise<Versioned<StoredStandard>> {
  allow(mayAdminister(ctx.actor));
  const { categoryId: wanted, name } = parse(CreateBlankInput, input);
  const { categoryId } = await categoryNamed(ctx, wanted);
  const standardId = ctx.ids.next('standard');
  const draft = {
    standardId,
    standardVersion: 1,
    categoryId,
    name,
    label: '',
    status: 'draft' as const,
    fullMarks: wholeMarks,
    indicators: [],
    version: 1,
  };
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.created',
    details: { standardId, standardVersion: 1 },
    writes: [create(standards, draft)],
    answer: draft,
  });
}
