import { AwardError } from '#domain/errors';
import type { Reviewer } from '#domain/reviews';
import { settingAt } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { wholePool } from './pool.ts';

const guardKey = keys.setting<{ changes: number }>('reviewer-pool');

/**
 * The pool with the write that lets only one change of it happen at a time: what is checked against all entries (the
 * same person twice, one code for two units) then still holds when it is written.
 */
export async function guardedPool(
  ctx: Pick<Context, 'store'>,
): Promise<{ readonly pool: readonly Versioned<Reviewer>[]; readonly guard: Write }> {
  const before = await ctx.store.find(guardKey);
  const entity = settingAt(guardKey);
  const guard = before
    ? save(entity, { ...before, changes: before.changes + 1 })
    : create(entity, { changes: 1 }, () => new AwardError('StaleVersion'));
  return { pool: await wholePool(ctx), guard };
}
