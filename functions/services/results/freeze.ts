import { hashOf } from '#domain/audit';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { personIdOf } from '#domain/people';
import type { Result, ResultRow } from '#domain/selections';
import { cycles, resultRows, results } from '#store/entities';
import type { Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';

type Freezing = {
  readonly rows: readonly Omit<ResultRow, 'resultId'>[];
  /** The cycle as it will be, but for its pointer; its version is the one that was read. */
  readonly cycle: Versioned<Cycle>;
  readonly reason?: string;
  readonly voteId?: string;
  readonly writes?: readonly Write[];
};

/** Somebody froze the same in the same moment: read the cycle again. */
const superseded = (): Error => new AwardError('StaleVersion');

/**
 * Stages the rows and makes them true by the cycle's pointer. The id follows from what is frozen, so a run that is
 * repeated stages the same rows again. Whatever is entered meanwhile moves the cycle's version and refuses this.
 */
export async function freeze(ctx: Context, { rows, cycle, reason, voteId, writes = [] }: Freezing): Promise<Result> {
  const { cycleId, resultId: supersedes } = cycle;
  const hash = hashOf(rows);
  const resultId = `result-${hashOf([cycleId, hash, supersedes ?? '']).slice(0, 24)}`;
  await ctx.store.stage(
    resultRows,
    rows.map((row) => ({ ...row, resultId })),
  );
  const result: Result = {
    resultId,
    cycleId,
    computedAt: ctx.clock.now(),
    hash,
    rows: rows.length,
    ...(supersedes && { supersedes }),
    ...(reason && { reason }),
    ...(voteId && { voteId }),
    by: personIdOf(ctx.actor) ?? 'system',
  };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: supersedes ? 'result.superseded' : 'result.frozen',
    cycleId,
    details: { resultId, hash, rows: rows.length, ...(supersedes && { supersedes }) },
    writes: [create(results, result, superseded), save(cycles, { ...cycle, resultId }), ...writes],
    answer: result,
  });
}
