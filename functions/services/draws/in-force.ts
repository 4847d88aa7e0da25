import type { DrawRecord, DrawRound } from '#domain/draws';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';

/** Every draw of a cycle's round, in the order in which they were made; read consistently. */
export const drawsOf = (
  ctx: Pick<Context, 'store'>,
  cycleId: string,
  round: DrawRound,
): Promise<Versioned<DrawRecord>[]> => ctx.store.all<DrawRecord>(keys.draw(cycleId, round, 0).pk, `${round}#`);

/** The draw of a round that stands, or undefined before there is one. */
export const drawInForce = async (
  ctx: Pick<Context, 'store'>,
  cycleId: string,
  round: DrawRound,
): Promise<Versioned<DrawRecord> | undefined> => (await drawsOf(ctx, cycleId, round)).at(-1);
