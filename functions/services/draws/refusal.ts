import { AwardError, messageOf } from '#domain/errors';
import { drawRefusals } from '#store/entities';
import { overwrite } from '#store/writes';
import type { Context } from '../context.ts';

const transient: readonly AwardError['code'][] = ['TryAgain', 'StaleVersion', 'AlreadyExists'];

/** Runs a draw and keeps why it was refused, so that the office reads it beside the fault of the workflow. */
export async function tried<T>(ctx: Context, cycleId: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof AwardError && !transient.includes(error.code)) {
      const { code, values, fields } = error;
      const words = { zh: messageOf(code, 'zh', values), en: messageOf(code, 'en', values) };
      const refusal = { cycleId, at: ctx.clock.now(), code, ...words, fields };
      await ctx.store.transact([overwrite(drawRefusals, refusal)]);
    }
    throw error;
  }
}
