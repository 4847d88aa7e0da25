import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { holds, type Person } from '#domain/people';
import { keys, lists } from '#store/keys';
import type { Page } from '#store/listing';
import { type OfficeRole, officeRoles, type PersonName, type RoleHolder } from '#store/records';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { allow, parse } from '../require.ts';

export const ListPeopleInput = z.strictObject({
  /** What the user name begins with. */
  username: z.string().max(100).default(''),
  /** What the user name or the name (姓名) begins with. */
  find: z.string().trim().normalize().max(100).default(''),
  /** Only those to whom the office gave this role. */
  role: z.enum(officeRoles).optional(),
  ...paging,
});
type Asked = z.output<typeof ListPeopleInput>;

type People = Page<Person>;

const isPerson = (of: Person | PersonName): of is Person => 'grants' in of;

/** The two lists as one, in the order of what was found; who is found by both stands in it once. */
async function foundBy(ctx: Context, { find, username, limit, cursor }: Asked): Promise<People> {
  const { items, ...rest } = await ctx.store.page<Person | PersonName>({
    index: 'lists',
    partitions: [...lists.peopleShards(), ...lists.peopleNamedShards()],
    limit,
    cursor,
    prefix: find,
    where: (of) => of.username.startsWith(username) && (isPerson(of) || !of.username.startsWith(find)),
  });
  return { items: await ctx.store.getMany<Person>(items.map(({ personId }) => keys.person(personId))), ...rest };
}

const placeOf = ({ username, personId }: Person): string => JSON.stringify([username, personId]);
const encoded = (place: string): string => Buffer.from(place).toString('base64url');

function decoded(cursor: string | undefined): string {
  if (cursor === undefined) return '';
  const place = Buffer.from(cursor, 'base64url').toString();
  if (!/^\["/.test(place)) throw new AwardError('InvalidCursor');
  return place;
}

/** Who holds a role is known by id, without looking through everybody: some hundreds at most, read as they are now. */
async function holdersOf(ctx: Context, role: OfficeRole, { find, username, limit, cursor }: Asked): Promise<People> {
  const after = decoded(cursor);
  const holders = await ctx.store.all<RoleHolder>(keys.roleHolder(role, '').pk);
  const all: Versioned<Person>[] = await ctx.store.getMany(holders.map(({ personId }) => keys.person(personId)));
  const wanted = all
    .filter((each) => each.username.startsWith(username))
    .filter((each) => each.username.startsWith(find) || each.name.startsWith(find))
    .filter((each) => placeOf(each) > after)
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const items = wanted.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(last && wanted.length > limit && { cursor: encoded(placeOf(last)) }) };
}

/** The people who made themselves known, by user name or name: for the office, which gives them their roles. */
export async function listPeople(ctx: Context, input: z.input<typeof ListPeopleInput>): Promise<People> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const asked = parse(ListPeopleInput, input);
  const { role, find, username, limit, cursor } = asked;
  if (role) return holdersOf(ctx, role, asked);
  if (find !== '') return foundBy(ctx, asked);
  return ctx.store.page<Person>({
    index: 'lists',
    partitions: lists.peopleShards(),
    limit,
    cursor,
    ...(username && { prefix: username }),
  });
}
