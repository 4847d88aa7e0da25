import * as z from 'zod';
import type { Objection } from '#domain/objections';
import { personIdOf } from '#domain/people';
import { mayCheck } from '#domain/policies';
import { objections } from '#store/entities';
import { keys } from '#store/keys';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { caseOf } from './case.ts';

export const WithdrawObjectionInput = z.strictObject({ objectionId: z.string() });

async function ownObjection(ctx: Context, objectionId: string): Promise<boolean> {
  const record = await ctx.store.find(keys.objector(objectionId));
  return record?.filedBy !== undefined && record.filedBy === personIdOf(ctx.actor);
}

/**
 * Notes that the objector withdrew, by themselves or by a letter to the office. An open case goes on: what was said may
 * be true all the same.
 */
export async function withdrawObjection(
  ctx: Context,
  input: z.input<typeof WithdrawObjectionInput>,
): Promise<Objection> {
  const { objectionId } = parse(WithdrawObjectionInput, input);
  const isOwn = await ownObjection(ctx, objectionId);
  allow(isOwn || mayCheck(ctx.actor));
  const { pk, sk } = await ctx.store.get(keys.locator(objectionId));
  const objection = isOwn ? await ctx.store.get<Objection>({ pk, sk }) : (await caseOf(ctx, objectionId)).objection;
  allow(objection.withdrawnAt === undefined, 'WrongState', { state: 'withdrawn' });
  const withdrawn = { ...objection, withdrawnAt: ctx.clock.now() };
  return commit(ctx, {
    chain: `objection/${objectionId}`,
    action: 'objection.withdrawn',
    cycleId: objection.cycleId,
    details: { objectionId, status: objection.status },
    writes: [save(objections, withdrawn)],
    concealed: isOwn,
    answer: withdrawn,
  });
}
