import type { z } from 'zod';
import { type ExtendableStage, effectiveDeadline, extendableStages } from '#domain/extensions';
import type { Gate } from '#domain/gates';
import type { Instant } from '#domain/instants';
import { oversees } from '#domain/policies';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { extensionsOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { CycleRef } from './announce.ts';
import { type Board, boardOf } from './tally.ts';

type Stage = Exclude<ExtendableStage, 'correction'>;

export type CycleBoard = {
  readonly cycleId: string;
  readonly status: string;
  readonly counts: Board;
  readonly openFaults: number;
  readonly deadlines: Readonly<Record<Stage, Instant>>;
  readonly serverTime: Instant;
};

const stages = extendableStages.filter((stage): stage is Stage => stage !== 'correction');
const everybody = { organizationId: '', areaPath: [] };

/** What the office looks at each morning: how many stand where, what failed, what is due. */
export async function cycleBoard(ctx: Context, input: z.input<typeof CycleRef>): Promise<CycleBoard> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(CycleRef, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const [counts, granted, faults] = await Promise.all([
    boardOf(ctx, cycleId),
    extensionsOf(ctx, cycleId),
    ctx.store.indexed<Gate>({ index: 'lists', pk: lists.faults(), prefix: 'open#' }),
  ]);
  const due = (stage: Stage) => effectiveDeadline(cycle.windows[stage], stage, granted, everybody);
  return {
    cycleId,
    status: cycle.status,
    counts,
    openFaults: faults.length,
    // Safe: the entries are exactly the stages.
    deadlines: Object.fromEntries(stages.map((stage) => [stage, due(stage)])) as Record<Stage, Instant>,
    serverTime: ctx.clock.now(),
  };
}
