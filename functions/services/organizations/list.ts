import * as z from 'zod';
import { maskPhone } from '#domain/masking';
import { type Organization, organizationStatuses } from '#domain/organizations';
import { grantsOf, holds } from '#domain/people';
import { oversees, recommends } from '#domain/policies';
import { lists } from '#store/keys';
import type { Page } from '#store/listing';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { categoriesOf } from '../reference.ts';
import { allow, parse } from '../require.ts';

export const ListOrganizationsInput = z.strictObject({
  status: z.enum(organizationStatuses).default('pending'),
  categoryId: z.string().optional(),
  ...paging,
});

async function categoriesFor(ctx: Context): Promise<string[]> {
  if (oversees(ctx.actor)) return (await categoriesOf(ctx)).map((category) => category.categoryId);
  return [...new Set(grantsOf(ctx.actor, 'recommender').flatMap((grant) => grant.categoryIds))];
}

const masked = (organization: Versioned<Organization>): Versioned<Organization> => ({
  ...organization,
  contact: { ...organization.contact, phone: maskPhone(organization.contact.phone) },
});

/** Units by status, the oldest first: what a recommender has to confirm, or all of them for the office. */
export async function listOrganizations(
  ctx: Context,
  input: z.input<typeof ListOrganizationsInput>,
): Promise<Page<Organization>> {
  allow(oversees(ctx.actor) || holds(ctx.actor, 'recommender'));
  const { status, categoryId, limit, cursor } = parse(ListOrganizationsInput, input);
  const wanted = (await categoriesFor(ctx)).filter((each) => categoryId === undefined || each === categoryId);
  const page = await ctx.store.page<Organization>({
    index: 'lists',
    partitions: wanted.flatMap((each) => lists.organizationShards(each)),
    prefix: `${status}#`,
    limit,
    cursor,
    where: (organization) => oversees(ctx.actor) || recommends(ctx.actor, organization),
  });
  return { ...page, items: page.items.map(masked) };
}
