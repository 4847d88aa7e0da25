import * as z from 'zod';
import { Objection, Objector } from '#domain/objections';
import { maySeeObjector, oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf } from './case.ts';

export const GetObjectionInput = z.strictObject({ objectionId: z.string() });

export const ObjectionView = Objection.extend({ version: z.int(), objector: Objector.optional() });
export type ObjectionView = z.infer<typeof ObjectionView>;

/** A case. The committee sees it without who objects; whoever has a conflict in it does not see it at all. */
export async function getObjection(ctx: Context, input: z.input<typeof GetObjectionInput>): Promise<ObjectionView> {
  allow(oversees(ctx.actor));
  const { objectionId } = parse(GetObjectionInput, input);
  const { objection } = await caseOf(ctx, objectionId);
  const record = maySeeObjector(ctx.actor) ? await ctx.store.find(keys.objector(objectionId)) : undefined;
  return { ...objection, ...(record && { objector: record.objector }) };
}
