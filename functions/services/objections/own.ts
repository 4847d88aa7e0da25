import * as z from 'zod';
import { Objection, type ObjectionStatus } from '#domain/objections';
import { personIdOf } from '#domain/people';
import { publicNameOf } from '#domain/titles';
import { keys, lists } from '#store/keys';
import type { ObjectorRecord } from '#store/records';
import type { Context } from '../context.ts';
import { paging } from '../paging.ts';
import { areasOf, categoriesOf } from '../reference.ts';
import { parse } from '../require.ts';

export const OwnObjectionsInput = z.strictObject(paging);

/** What the objector may know of their own case: the answer tells the outcome, what the office found it does not. */
export const OwnObjection = Objection.pick({
  objectionId: true,
  publicityId: true,
  target: true,
  grounds: true,
  receivedAt: true,
  status: true,
  defects: true,
  reason: true,
  admitBy: true,
  answer: true,
  withdrawnAt: true,
}).extend({
  /** The name of the entry, as the public reads it, or of whoever was left out. */
  about: z.string().optional(),
});
export type OwnObjection = z.infer<typeof OwnObjection>;

const determined: readonly ObjectionStatus[] = ['upheld', 'partly-upheld', 'dismissed'];

/** Until it is answered a determined case is still being checked: the office tells its outcome itself. */
const toldStatus = (status: ObjectionStatus): ObjectionStatus =>
  determined.includes(status) ? 'investigating' : status;

async function aboutOf(ctx: Context, { target }: Objection): Promise<string | undefined> {
  if (target.kind === 'procedure') return undefined;
  if (target.kind === 'omission') return target.name;
  const { organizationName, categoryId, areaId } = await ctx.store.get(keys.application(target.applicationId));
  const category = (await categoriesOf(ctx)).find((each) => each.categoryId === categoryId);
  const area = (await areasOf(ctx)).find((each) => each.areaId === areaId);
  return publicNameOf(organizationName, category, area?.name);
}

async function ownView(ctx: Context, objectionId: string): Promise<OwnObjection> {
  const { pk, sk } = await ctx.store.get(keys.locator(objectionId));
  const objection = await ctx.store.get<Objection>({ pk, sk });
  const about = await aboutOf(ctx, objection);
  return OwnObjection.parse({ ...objection, status: toldStatus(objection.status), ...(about && { about }) });
}

/** What somebody objected to while signed in, the latest first. */
export async function ownObjections(
  ctx: Context,
  input: z.input<typeof OwnObjectionsInput>,
): Promise<{ items: OwnObjection[]; cursor?: string }> {
  const { limit, cursor } = parse(OwnObjectionsInput, input);
  const page = await ctx.store.page<ObjectorRecord>({
    index: 'lists',
    partitions: [lists.ownObjections(personIdOf(ctx.actor) ?? '')],
    descending: true,
    limit,
    cursor,
  });
  const items = await Promise.all(page.items.map(({ objectionId }) => ownView(ctx, objectionId)));
  return { items, ...(page.cursor && { cursor: page.cursor }) };
}
