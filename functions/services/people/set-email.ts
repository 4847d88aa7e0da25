import * as z from 'zod';
import type { Person } from '#domain/people';
import { people } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const SetEmailInput = z.strictObject({ email: z.email().max(200), version: z.int() });

/** One's own address for notifications. */
export async function setEmail(ctx: Context, input: z.input<typeof SetEmailInput>): Promise<Versioned<Person>> {
  allow(ctx.actor.kind === 'person', 'NotSignedIn');
  const { email, version } = parse(SetEmailInput, input);
  const person = await ctx.store.get(keys.person(ctx.actor.personId));
  const changed = { ...person, email, version };
  return commit(ctx, {
    chain: `person/${person.personId}`,
    action: 'person.email-set',
    details: { personId: person.personId },
    writes: [save(people, changed)],
    answer: { ...changed, version: version + 1 },
  });
}
