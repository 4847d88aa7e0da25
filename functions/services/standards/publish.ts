import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { checkStandard, standardTransitions } from '#domain/standards';
import { next } from '#domain/transitions';
import { standards } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { standardOf } from './stored.ts';

export const StandardRef = z.strictObject({
  standardId: z.string(),
  standardVersion: z.coerce.number().int().min(1),
});

/** Makes a draft usable by cycles, and immutable from then on; only a standard that sums up can be published. */
export async function publishStandard(
  ctx: Context,
  input: z.input<typeof StandardRef>,
): Promise<Versioned<StoredStandard>> {
  allow(mayAdminister(ctx.actor));
  const { standardId, standardVersion } = parse(StandardRef, input);
  const draft = await ctx.store.get(keys.standard(standardId, standardVersion));
  const status = next(standardTransitions, 'publish', draft.status);
  refuseFields(checkStandard(standardOf(draft)));
  const published = { ...draft, status };
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.published',
    details: { standardId, standardVersion },
    writes: [save(standards, published)],
    answer: { ...published, version: draft.version + 1 },
  });
}
