import * as z from 'zod';
import { type Cycle, cycleTransitions } from '#domain/cycles';
import { mayCheck } from '#domain/policies';
import { next } from '#domain/transitions';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { missingIn } from './completeness.ts';

export const CloseRoundInput = z.strictObject({ cycleId: z.string() });

const MOST_TOLD = 200;

/**
 * The office closes the round: from here on no mark changes, and those who may see others' scores see them.
 * @throws AwardError `Incomplete`, naming each application whose panel or weighted component is not complete.
 */
export async function closeRound(ctx: Context, input: z.input<typeof CloseRoundInput>): Promise<Versioned<Cycle>> {
  allow(mayCheck(ctx.actor));
  const { cycleId } = parse(CloseRoundInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const closed = { ...cycle, status: next(cycleTransitions, 'closeRound', cycle.status) };
  refuseFields((await missingIn(ctx, cycle)).slice(0, MOST_TOLD), 'Incomplete');
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.round-closed',
    cycleId,
    details: { cycleId },
    writes: [save(cycles, closed)],
    decides: [{ kind: 'round-closed', subjectId: cycleId, outcome: { decision: 'closed' } }],
    answer: { ...closed, version: cycle.version + 1 },
  });
}
