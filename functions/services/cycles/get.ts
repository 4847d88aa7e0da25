import type { z } from 'zod';
import type { PublicityWindow } from '#domain/calendar';
import { plannedPublicity } from '#domain/cycle-check';
import type { Cycle } from '#domain/cycles';
import { AwardError } from '#domain/errors';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { officialCalendar } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { CycleRef } from './announce.ts';

export type CycleView = Versioned<Cycle> & { readonly planned?: PublicityWindow };

/** What was never announced is the office's own. */
export const isPublic = (cycle: Cycle): boolean => cycle.status !== 'draft';

/** A cycle with the publicity as planned, as far as the calendar can tell. */
export async function getCycle(ctx: Context, input: z.input<typeof CycleRef>): Promise<CycleView> {
  const { cycleId } = parse(CycleRef, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  allow(isPublic(cycle) || oversees(ctx.actor), 'NotFound');
  try {
    return { ...cycle, planned: plannedPublicity(cycle, await officialCalendar(ctx)) };
  } catch (error) {
    if (error instanceof AwardError && error.code === 'CalendarNotLoaded') return cycle;
    throw error;
  }
}
