import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { oversees } from '#domain/policies';
import { lists } from '#store/keys';
import type { Page } from '#store/listing';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { parse } from '../require.ts';
import { isPublic } from './get.ts';

export const ListCyclesInput = z.strictObject({ year: z.coerce.number().int().optional(), ...paging });

/** Cycles, the latest first. */
export async function listCycles(ctx: Context, input: z.input<typeof ListCyclesInput>): Promise<Page<Cycle>> {
  const { year, limit, cursor } = parse(ListCyclesInput, input);
  return ctx.store.page<Cycle>({
    index: 'lists',
    partitions: [lists.cycles()],
    descending: true,
    limit,
    cursor,
    ...(year !== undefined && { prefix: `${year}#` }),
    where: (cycle) => isPublic(cycle) || oversees(ctx.actor),
  });
}
