import { type Application, applicationTransitions } from '#domain/applications';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { unlessDone } from '../anew.ts';
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
async function moveOnce(ctx: Context, { applicationId, verb, action, holds }: Step): Promise<boolean> {
  const from: readonly string[] = applicationTransitions[verb].from;
  const read = () => ctx.store.get(keys.application(applicationId));
  return unlessDone(
    async () => !from.includes((await read()).status),
    async () => {
      const application = await read();
      holds?.(application);
      const next = moved(ctx, application, verb);
      return commit(ctx, {
        chain: `application/${applicationId}`,
        action,
        cycleId: application.cycleId,
        details: { applicationId },
        writes: next.writes,
        decides: next.decides,
        answer: undefined,
      });
    },
  );
}

/** Moves a batch, one after the other; how many of it moved now. */
export async function moveEach(ctx: Context, steps: readonly Step[]): Promise<{ moved: number }> {
  let count = 0;
  for (const step of steps) if (await moveOnce(ctx, step)) count += 1;
  return { moved: count };
}
