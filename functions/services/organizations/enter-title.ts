import * as z from 'zod';
import { yearOf } from '#domain/dates';
import { invalidField } from '#domain/errors';
import type { Organization } from '#domain/organizations';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck } from '#domain/policies';
import { organizations } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const EnterTitleInput = z.strictObject({
  organizationId: z.string(),
  year: z.int().min(1990).max(2100),
  title: z.string().trim().min(2).max(100),
  /** The decision or file that shows it. */
  source: z.string().trim().min(2).max(200),
});

/** The office enters a title that a unit was given before this system, with the file that shows it; once a year. */
export async function enterTitle(
  ctx: Context,
  input: z.input<typeof EnterTitleInput>,
): Promise<Versioned<Organization>> {
  const { organizationId, ...title } = parse(EnterTitleInput, input);
  allow(mayCheck(ctx.actor));
  allow(!isConflicted(ctx.actor, { organizationId }), 'ConflictOfInterest');
  const organization = await ctx.store.get(keys.organization(organizationId));
  const { formerTitles = [] } = organization;
  if (title.year > yearOf(ctx.clock.now().slice(0, 10))) {
    throw invalidField('year', 'InFuture', '年份不能晚于今年。', 'The year cannot lie ahead.');
  }
  allow(!formerTitles.some(({ year }) => year === title.year), 'AlreadyExists', { what: `${title.year}` });
  const entered = { ...title, enteredBy: personIdOf(ctx.actor) ?? '', at: ctx.clock.now() };
  const next = { ...organization, formerTitles: [...formerTitles, entered] };
  return commit(ctx, {
    chain: `organization/${organizationId}`,
    action: 'organization.title-entered',
    details: { organizationId, year: title.year },
    writes: [save(organizations, next)],
    answer: { ...next, version: organization.version + 1 },
  });
}
