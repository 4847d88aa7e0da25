import * as z from 'zod';
import type { Person } from '#domain/people';
import { mayKnowName, oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const PeopleNamesInput = z.strictObject({
  /** Ids of people, with commas between them: at most 100. */
  ids: z
    .string()
    .max(10_000)
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.string().min(1).max(200)).max(100)),
});

export const PersonNamed = z.object({ personId: z.string(), name: z.string() });

/**
 * What the people are called who stand in a record by their id, as they are called today. Who is unknown, and whoever
 * the one who asks may not know, is left out alike.
 */
export async function peopleNames(
  ctx: Context,
  input: z.input<typeof PeopleNamesInput>,
): Promise<{ items: z.infer<typeof PersonNamed>[] }> {
  allow(oversees(ctx.actor));
  const { ids } = parse(PeopleNamesInput, input);
  const people = await ctx.store.getMany<Person>([...new Set(ids)].map((personId) => keys.person(personId)));
  const known = people.filter((each) => mayKnowName(ctx.actor, each));
  return { items: known.map(({ personId, name }) => ({ personId, name })) };
}
