import * as z from 'zod';
import type { DrawRecord } from '#domain/draws';
import { oversees } from '#domain/policies';
import type { Context } from '../context.ts';
import { drawInForce } from '../draws/in-force.ts';
import { allow, parse } from '../require.ts';

export const GetDrawInput = z.strictObject({ cycleId: z.string() });

/** How the panels in force were drawn: seed, algorithm, hashes and figures; who sits where is not in it. */
export async function getDraw(ctx: Context, input: z.input<typeof GetDrawInput>): Promise<DrawRecord> {
  allow(oversees(ctx.actor));
  const draw = await drawInForce(ctx, parse(GetDrawInput, input).cycleId, 'documents');
  allow(draw !== undefined, 'NotFound');
  return draw;
}
