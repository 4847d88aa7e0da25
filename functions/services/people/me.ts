import type { Person } from '#domain/people';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

/** Who one is, and which roles one holds now. `NotFound` before one made oneself known. */
export async function me(ctx: Context): Promise<Versioned<Person>> {
  allow(ctx.actor.kind === 'person', 'NotSignedIn');
  return ctx.store.get(keys.person(ctx.actor.personId));
}
