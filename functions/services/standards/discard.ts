import * as z from 'zod';
import { mayAdminister } from '#domain/policies';
import { keys } from '#store/keys';
import { removeAt } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { StandardRef } from './publish.ts';

export const StandardVersionRef = StandardRef.extend({ version: z.int() });

/** Takes away a draft that was never published. What was published stays: it is retired. */
export async function discardStandard(
  ctx: Context,
  input: z.input<typeof StandardVersionRef>,
): Promise<{ standardId: string; standardVersion: number }> {
  allow(mayAdminister(ctx.actor));
  const { standardId, standardVersion, version } = parse(StandardVersionRef, input);
  const key = keys.standard(standardId, standardVersion);
  const draft = await ctx.store.get(key);
  allow(draft.status === 'draft', 'StandardInUse');
  return commit(ctx, {
    chain: `standard/${standardId}`,
    action: 'standard.discarded',
    details: { standardId, standardVersion },
    writes: [removeAt(key, version)],
    answer: { standardId, standardVersion },
  });
}
