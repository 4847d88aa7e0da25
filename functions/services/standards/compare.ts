import * as z from 'zod';
import { compareStandards, type StandardDifferences } from '#domain/standard-diff';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { StandardRef } from './publish.ts';
import { visibleStandard } from './visible.ts';

/** The later one in the path; `withStandardId` where the other is no version of the same standard. */
export const CompareStandardsInput = StandardRef.extend({
  withVersion: z.coerce.number().int().min(1),
  withStandardId: z.string().optional(),
});

/** What this version says other than an earlier one, or than the standard that it was copied from. */
export async function compareVersions(
  ctx: Context,
  input: z.input<typeof CompareStandardsInput>,
): Promise<StandardDifferences> {
  const { standardId, standardVersion, withStandardId = standardId, withVersion } = parse(CompareStandardsInput, input);
  const [after, before] = await Promise.all([
    visibleStandard(ctx, standardId, standardVersion),
    visibleStandard(ctx, withStandardId, withVersion),
  ]);
  return compareStandards(before, after);
}
