import type { z } from 'zod';
import { oversees } from '#domain/policies';
import { creationRate, namedShare, namingRate, type Rate } from '#domain/register';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { boardOf } from '../cycles/tally.ts';
import { allow, parse } from '../require.ts';
import { RegisterOf, unitsOf } from './list.ts';

export type Rates = {
  readonly registered: number;
  readonly creating: number;
  readonly named: number;
  readonly creationRate?: Rate;
  readonly namingRate?: Rate;
  readonly namedShare?: Rate;
  readonly byArea: readonly { readonly areaId: string; readonly creationRate: Rate }[];
};

/** Units of a category that the cycles of one year named. */
async function namedIn(ctx: Context, year: number, categoryId: string): Promise<number> {
  const ofYear = await ctx.store.indexed<{ cycleId: string }>({
    index: 'lists',
    pk: lists.cycles(),
    prefix: `${year}#`,
  });
  const boards = await Promise.all(ofYear.map(({ cycleId }) => boardOf(ctx, cycleId)));
  return boards.reduce((sum, board) => sum + (board[categoryId]?.named ?? 0), 0);
}

/**
 * 创建率 and 命名率 are different figures with different denominators (domain.md §1); each is given as the two counts
 * that it is made of.
 */
export async function ratesOf(ctx: Context, input: z.input<typeof RegisterOf>): Promise<Rates> {
  allow(oversees(ctx.actor));
  const { year, categoryId } = parse(RegisterOf, input);
  const register = await ctx.store.find(keys.register(year, categoryId));
  const units = register ? await unitsOf(ctx, register) : [];
  const named = await namedIn(ctx, year, categoryId);
  const rates = {
    creationRate: creationRate(units),
    namingRate: namingRate(units, named),
    namedShare: namedShare(units, named),
  };
  const areaIds = [...new Set(units.map((unit) => unit.areaId))].toSorted();
  return {
    registered: units.length,
    creating: units.filter((unit) => unit.status === 'creating').length,
    named,
    ...(rates.creationRate && { creationRate: rates.creationRate }),
    ...(rates.namingRate && { namingRate: rates.namingRate }),
    ...(rates.namedShare && { namedShare: rates.namedShare }),
    byArea: areaIds.flatMap((areaId) => {
      const rate = creationRate(units.filter((unit) => unit.areaId === areaId));
      return rate ? [{ areaId, creationRate: rate }] : [];
    }),
  };
}
