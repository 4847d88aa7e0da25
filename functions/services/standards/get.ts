import type { z } from 'zod';
import type { FieldProblem } from '#domain/errors';
import { oversees } from '#domain/policies';
import { checkStandard } from '#domain/standards';
import { keys } from '#store/keys';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { StandardRef } from './publish.ts';
import { standardOf } from './stored.ts';

export type StandardView = Versioned<StoredStandard> & { readonly problems: readonly FieldProblem[] };

/** A standard with what still keeps it from being published; drafts are the office's own. */
export async function getStandard(ctx: Context, input: z.input<typeof StandardRef>): Promise<StandardView> {
  const { standardId, standardVersion } = parse(StandardRef, input);
  const standard = await ctx.store.get(keys.standard(standardId, standardVersion));
  allow(standard.status !== 'draft' || oversees(ctx.actor), 'NotFound');
  return { ...standard, problems: checkStandard(standardOf(standard)) };
}
