import type { Application } from '#domain/applications';
import type { Instant } from '#domain/instants';
import { grantsOf } from '#domain/people';
import { keys } from '#store/keys';
import type { OwnApplication } from '#store/records';
import type { Context } from '../context.ts';
import { disclosed } from './disclosed.ts';
import { dueBy } from './due.ts';

/** One's own application, with the time until which one has to act. */
type Own = Application & { readonly dueBy?: Instant };

async function asOwn(ctx: Context, application: Application): Promise<Own> {
  const due = await dueBy(ctx, application);
  return { ...(await disclosed(ctx, application)), ...(due && { dueBy: due }) };
}

/** The applications of every organization that the person speaks for, the latest first. */
export async function ownApplications(ctx: Context): Promise<{ items: Own[] }> {
  const organizationIds = grantsOf(ctx.actor, 'applicant').map((grant) => grant.organizationId);
  const pointers = await Promise.all(
    organizationIds.map((organizationId) => ctx.store.all<OwnApplication>(keys.ownApplication(organizationId, '').pk)),
  );
  const found = await ctx.store.getMany(pointers.flat().map((each) => keys.application(each.applicationId)));
  const shown = await Promise.all(found.map((application) => asOwn(ctx, application)));
  return { items: shown.toSorted((left, right) => right.statusSince.localeCompare(left.statusSince)) };
}
