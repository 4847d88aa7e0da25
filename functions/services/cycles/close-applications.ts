import type { Cycle } from '#domain/cycles';
import type { Context } from '../context.ts';
import { advanceCycle } from './advance.ts';

/** The application window is over for everybody who has no extension of their own. */
export const closeApplications = (ctx: Context, cycleId: string): Promise<Cycle> =>
  advanceCycle(ctx, cycleId, 'closeApplications', 'cycle.applications-closed');
