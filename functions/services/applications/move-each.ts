import type { Application } from '#domain/applications';
import { applicationTransitions } from '#domain/applications';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { type ApplicationVerb, moved } from './moved.ts';

type Step = {
  readonly applicationId: string;
  readonly verb: ApplicationVerb;
  readonly action: string;
  /** What else must hold of the application; it throws. */
  readonly holds?: (application: Versioned<Application>) => void;
};

/**
 * One step of a mass move, safe to run more than once: an application that is not where the verb begins was moved
 * already, or left the process in the meantime, and stays as it is.
 */
export const moveOnce = (ctx: Context, { applicationId, verb, action, holds }: Step): Promise<boolean> =>
  anew(async () => {
    const application = await ctx.store.get(keys.application(applicationId));
    const from: readonly string[] = applicationTransitions[verb].from;
    if (!from.includes(application.status)) return false;
    holds?.(application);
    const next = moved(ctx, application, verb);
    return commit(ctx, {
      chain: `application/${applicationId}`,
      action,
      cycleId: application.cycleId,
      details: { applicationId },
      writes: next.writes,
      decides: next.decides,
      answer: true,
    });
  });

/** Moves a batch, one after the other; how many of it moved now. */
export async function moveEach(ctx: Context, steps: readonly Step[]): Promise<{ moved: number }> {
  let count = 0;
  for (const step of steps) if (await moveOnce(ctx, step)) count += 1;
  return { moved: count };
}
