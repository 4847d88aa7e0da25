import { type Assignment, isComplete, type Panel } from '#domain/reviews';
import { pseudonymsOf } from '#domain/submissions';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/** A panel all of whose sheets are in, with the assignments that count and the names under which members know them. */
export type SittingPanel = {
  readonly panel: Versioned<Panel>;
  readonly submitted: readonly Assignment[];
  readonly pseudonyms: ReadonlyMap<string, string>;
};

export async function submittedOf(ctx: Pick<Context, 'store'>, applicationId: string): Promise<Assignment[]> {
  const { pk, sk } = keys.assignment(applicationId, '');
  return (await ctx.store.all<Assignment>(pk, sk)).filter(({ status }) => status === 'submitted');
}

/** @throws AwardError `WrongState` while a sheet of the panel is owed: nobody is talked out of a mark. */
export async function completePanel(ctx: Pick<Context, 'store'>, applicationId: string): Promise<SittingPanel> {
  const panel = await ctx.store.get(keys.panel(applicationId));
  allow(isComplete(panel), 'WrongState', { state: 'under-review' });
  const submitted = await submittedOf(ctx, applicationId);
  return { panel, submitted, pseudonyms: pseudonymsOf(submitted.map(({ assignmentId }) => assignmentId)) };
}
