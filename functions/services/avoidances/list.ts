import * as z from 'zod';
import { type Avoidance, avoidanceStatuses } from '#domain/avoidances';
import { isNamedBy } from '#domain/conflicts';
import { holds } from '#domain/people';
import { isConflicted, mayEdit } from '#domain/policies';
import type { Reviewer } from '#domain/reviews';
import { keys, lists } from '#store/keys';
import type { Page } from '#store/listing';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';
import { wholePool } from '../reviewers/pool.ts';
import { asOwn, avoidancesOf, type OwnAvoidance } from './own.ts';

export const OwnAvoidancesInput = z.strictObject({ applicationId: z.string() });

/** What an applicant asked for, as it may see it; for everybody else there is nothing here. */
export async function ownAvoidances(
  ctx: Context,
  input: z.input<typeof OwnAvoidancesInput>,
): Promise<{ items: OwnAvoidance[] }> {
  const { applicationId } = parse(OwnAvoidancesInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application), 'NotFound');
  return { items: (await avoidancesOf(ctx, application.cycleId, applicationId)).map(asOwn) };
}

export const ListAvoidancesInput = z.strictObject({
  cycleId: z.string(),
  status: z.enum(avoidanceStatuses).default('filed'),
  ...paging,
});

/** A request on the office's desk, with the experts of the pool whom it names. */
type OnDesk = Versioned<Avoidance> & { readonly named: readonly Pick<Reviewer, 'reviewerId' | 'name'>[] };

/** What applicants of a cycle asked for, oldest first, but for cases in which the one who asks is bound. */
export async function listAvoidances(
  ctx: Context,
  input: z.input<typeof ListAvoidancesInput>,
): Promise<{ items: OnDesk[]; cursor?: string }> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { cycleId, status, limit, cursor } = parse(ListAvoidancesInput, input);
  const page: Page<Avoidance> = await ctx.store.page<Avoidance>({
    index: 'lists',
    partitions: [lists.avoidances(cycleId)],
    prefix: `${status}#`,
    limit,
    cursor,
  });
  const [pool, applications] = await Promise.all([
    wholePool(ctx),
    ctx.store.getMany(page.items.map(({ applicationId }) => keys.application(applicationId))),
  ]);
  const bound = new Set(
    applications.filter((each) => isConflicted(ctx.actor, each)).map(({ applicationId }) => applicationId),
  );
  const items = page.items
    .filter(({ applicationId }) => !bound.has(applicationId))
    .map((avoidance) => ({
      ...avoidance,
      named: pool
        .filter((reviewer) => isNamedBy(avoidance, reviewer))
        .map(({ reviewerId, name }) => ({ reviewerId, name })),
    }));
  return { items, ...(page.cursor && { cursor: page.cursor }) };
}
