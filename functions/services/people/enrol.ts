import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { DisplayName } from '#domain/names';
import type { Person } from '#domain/people';
import { people, personNames } from '#store/entities';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';

export const EnrolInput = z.strictObject({
  name: DisplayName,
  phone: z.string().trim().max(30).optional(),
  email: z.email().max(200).optional(),
  /** The version of the privacy text that was shown and agreed to. */
  consentTextVersion: z.string().trim().min(1).max(40),
});

/** Whoever signed in makes themselves known, once, with their consent recorded. Roles come later, from the office. */
export async function enrol(ctx: Context, username: string, input: z.input<typeof EnrolInput>): Promise<Person> {
  if (ctx.actor.kind !== 'person') throw new AwardError('NotSignedIn');
  const { consentTextVersion, ...given } = parse(EnrolInput, input);
  const { personId } = ctx.actor;
  const consent = { textVersion: consentTextVersion, at: ctx.clock.now() };
  const person: Person = { personId, username, name: given.name, consent, grants: [] };
  if (given.phone) person.phone = given.phone;
  if (given.email) person.email = given.email;
  return commit(ctx, {
    chain: `person/${personId}`,
    action: 'person.enrolled',
    details: { consentTextVersion },
    writes: [create(people, person), create(personNames, { personId, username, name: given.name })],
    answer: person,
  });
}
