import * as z from 'zod';
import { AwardError } from '#domain/errors';
import { type Objection, objectionStatuses } from '#domain/objections';
import { oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf } from './case.ts';

export const ListObjectionsInput = z.strictObject({
  publicityId: z.string(),
  status: z.enum(objectionStatuses).optional(),
});

const isVisible = (ctx: Context, objection: Objection): Promise<boolean> =>
  caseOf(ctx, objection.objectionId).then(
    () => true,
    (error: unknown) => {
      if (error instanceof AwardError && error.code === 'ConflictOfInterest') return false;
      throw error;
    },
  );

/** The objections of a publicity, without who objects; those in which the reader has a conflict are left out. */
export async function listObjections(
  ctx: Context,
  input: z.input<typeof ListObjectionsInput>,
): Promise<{ items: Versioned<Objection>[] }> {
  allow(oversees(ctx.actor));
  const { publicityId, status } = parse(ListObjectionsInput, input);
  const all = await ctx.store.all<Objection>(keys.publicity(publicityId).pk, 'OBJECTION');
  const wanted = all.filter((objection) => status === undefined || objection.status === status);
  const visible = await Promise.all(wanted.map((objection) => isVisible(ctx, objection)));
  return { items: wanted.filter((_, at) => visible[at]) };
}
