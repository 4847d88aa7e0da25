import * as z from 'zod';
import { oversees } from '#domain/policies';
import type { DrawRecord } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const GetDrawInput = z.strictObject({ cycleId: z.string() });

/** How the panels were drawn: seed, algorithm, hashes and figures; who sits where is not in it. */
export async function getDraw(ctx: Context, input: z.input<typeof GetDrawInput>): Promise<DrawRecord> {
  allow(oversees(ctx.actor));
  return ctx.store.get(keys.draw(parse(GetDrawInput, input).cycleId));
}
