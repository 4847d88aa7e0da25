import type { z } from 'zod';
import { oversees } from '#domain/policies';
import type { Publicity } from '#domain/publicity';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { PublicityInput } from './open.ts';

/** A publicity with its version, from its draft on, for those who oversee the cycle. */
export async function getPublicity(ctx: Context, input: z.input<typeof PublicityInput>): Promise<Versioned<Publicity>> {
  allow(oversees(ctx.actor));
  const { publicityId } = parse(PublicityInput, input);
  return ctx.store.get(keys.publicity(publicityId));
}
