import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import { mayAdminister } from '#domain/policies';
import { Reason } from '#domain/texts';
import { cycles } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { remove, save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { extensionsOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { explained } from './explained.ts';
import { requireNoStake } from './stake.ts';

export const CloseWindowInput = z.strictObject({ cycleId: z.string(), reason: Reason });

/**
 * The office closes the application window before its time. Extensions for everybody end with it; those for an area
 * or a single applicant were promised to them and stay.
 */
export async function closeWindow(ctx: Context, input: z.input<typeof CloseWindowInput>): Promise<Versioned<Cycle>> {
  allow(mayAdminister(ctx.actor));
  const { cycleId, reason } = parse(CloseWindowInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  await requireNoStake(ctx, cycle);
  allow(cycle.status === 'accepting', 'WrongState', { state: cycle.status });
  const general = (await extensionsOf(ctx, cycleId)).filter(
    (extension) => extension.stage === 'closesAt' && extension.scope.kind === 'all',
  );
  const closed = {
    ...explained(ctx, cycle, 'window-closed', reason),
    windows: { ...cycle.windows, closesAt: ctx.clock.now() },
  };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'cycle.window-closed',
    cycleId,
    details: { cycleId, plannedFor: cycle.windows.closesAt },
    writes: [
      save(cycles, closed),
      ...general.map((extension) => remove(keys.extension(cycleId, extension.extensionId))),
    ],
    decides: [{ kind: 'applications-closed', subjectId: cycleId, outcome: { decision: 'closed' } }],
    answer: { ...closed, version: cycle.version + 1 },
  });
}
