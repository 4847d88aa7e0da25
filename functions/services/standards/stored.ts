import type { Standard } from '#domain/standards';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Context } from '../context.ts';

export const storedOf = ({ version, ...standard }: Standard): StoredStandard => ({
  ...standard,
  standardVersion: version,
});

/** The standard as the domain knows it: `version` is its own again, not the item's. */
export const standardOf = ({ standardVersion, ...stored }: StoredStandard): Standard => ({
  ...stored,
  version: standardVersion,
});

/** @throws AwardError `NotFound`. */
export const standardAt = async (
  ctx: Pick<Context, 'store'>,
  standardId: string,
  standardVersion: number,
): Promise<Standard> => standardOf(await ctx.store.get(keys.standard(standardId, standardVersion)));
