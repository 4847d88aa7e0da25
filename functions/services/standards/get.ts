import type { z } from 'zod';
import type { FieldProblem } from '#domain/errors';
import { checkStandard } from '#domain/standards';
import type { StoredStandard } from '#store/records';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { StandardRef } from './publish.ts';
import { standardOf } from './stored.ts';
import { visibleStandard } from './visible.ts';

export type StandardView = Versioned<StoredStandard> & { readonly problems: readonly FieldProblem[] };

/** A standard with what still keeps it from being published. */
export async function getStandard(ctx: Context, input: z.input<typeof StandardRef>): Promise<StandardView> {
  const { standardId, standardVersion } = parse(StandardRef, input);
  const standard = await visibleStandard(ctx, standardId, standardVersion);
  return { ...standard, problems: checkStandard(standardOf(standard)) };
}
