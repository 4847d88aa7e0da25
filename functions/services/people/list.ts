import * as z from 'zod';
import { holds, type Person } from '#domain/people';
import { lists } from '#store/keys';
import type { Page } from '#store/listing';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';

export const ListPeopleInput = z.strictObject({
  /** What the user name begins with. */
  username: z.string().max(100).default(''),
  ...paging,
});

/** The people who made themselves known, by user name: for the office, which gives them their roles. */
export async function listPeople(ctx: Context, input: z.input<typeof ListPeopleInput>): Promise<Page<Person>> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { username, limit, cursor } = parse(ListPeopleInput, input);
  return ctx.store.page<Person>({
    index: 'lists',
    partitions: lists.peopleShards(),
    limit,
    cursor,
    ...(username && { prefix: username }),
  });
}
