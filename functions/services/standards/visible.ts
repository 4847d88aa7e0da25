import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/**
 * A version of a standard; drafts are the office's own.
 * @throws AwardError `NotFound`, also for what may not be seen.
 */
export async function visibleStandard(
  ctx: Context,
  standardId: string,
  standardVersion: number,
): Promise<Versioned<StoredStandard>> {
  const standard = await ctx.store.get(keys.standard(standardId, standardVersion));
  allow(standard.status !== 'draft' || oversees(ctx.actor), 'NotFound');
  return standard;
}
