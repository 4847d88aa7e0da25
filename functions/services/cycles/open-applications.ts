import type { Cycle } from '#domain/cycles';
import type { Context } from '../context.ts';
import { advanceCycle } from './advance.ts';

/** The application window opens. */
export const openApplications = (ctx: Context, cycleId: string): Promise<Cycle> =>
  advanceCycle(ctx, cycleId, 'openApplications', 'cycle.applications-opened');
