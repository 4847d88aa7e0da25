import type { z } from 'zod';
import { mayAdminister } from '#domain/policies';
import { standardTransitions } from '#domain/standards';
import { next } from '#domain/transitions';
import { standards } from '#store/entities';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { StandardRef } from './publish.ts';

/** Takes a version out of use: no new cycle may choose it; cycles that pin it go on. */
export async function retireStandard(
  ctx: Context,
  input: z.input<typeof StandardRef>,
): Promise<Versioned<StoredStandard>> {
  allow(mayAdminister(ctx.actor));
  const { standardId, standardVersion } = parse(StandardRef, input);
  const published = await ctx.store.get(keys.standard(standardId, standardVersion));
  const retired = { ...published, status: next(standardTransitions, 'retire', published.status) };
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.retired',
    details: { standardId, standardVersion },
    writes: [save(standards, retired)],
    answer: { ...retired, version: published.version + 1 },
  });
}
