import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { checkDepth, checkStandard, StandardContent } from '#domain/standards';
import { standards } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { requireKeepable } from './content.ts';
import { standardOf } from './stored.ts';

export const UpdateStandardInput = StandardContent.extend({
  standardId: z.string(),
  standardVersion: z.coerce.number().int().min(1),
  version: z.int(),
});

/** Saves a draft as it is, sound or not; what is wrong with it is told when it is read and before it is published. */
export async function updateStandard(
  ctx: Context,
  input: z.input<typeof UpdateStandardInput>,
): Promise<Versioned<StoredStandard>> {
  allow(mayAdminister(ctx.actor));
  refuseFields(checkDepth(input));
  const { version, ...given } = parse(UpdateStandardInput, input);
  requireKeepable(given, 'indicators');
  const { standardId, standardVersion } = given;
  const before = await ctx.store.get(keys.standard(standardId, standardVersion));
  allow(before.status === 'draft', 'StandardInUse');
  const updated = { ...given, categoryId: before.categoryId, status: before.status, version };
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.updated',
    details: { standardId, standardVersion, problems: checkStandard(standardOf(updated)).length },
    writes: [save(standards, updated)],
    answer: { ...updated, version: version + 1 },
  });
}
