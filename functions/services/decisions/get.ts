import * as z from 'zod';
import type { AnnexRow, Decision } from '#domain/decisions';
import { oversees } from '#domain/policies';
import { keys, lists } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';

export const GetDecisionInput = z.strictObject({ decisionId: z.string(), ...paging });

type DecisionPage = { readonly decision: Versioned<Decision>; readonly items: AnnexRow[]; readonly cursor?: string };

/** A decision with a page of its annex, for those who oversee the cycle. */
export async function getDecision(ctx: Context, input: z.input<typeof GetDecisionInput>): Promise<DecisionPage> {
  allow(oversees(ctx.actor));
  const { decisionId, limit, cursor } = parse(GetDecisionInput, input);
  const decision = await ctx.store.get(keys.decision(decisionId));
  const partitions = [lists.annexRows(decisionId)];
  const page = await ctx.store.page<AnnexRow>({ index: 'lists', partitions, limit, cursor });
  return { decision, ...page };
}
