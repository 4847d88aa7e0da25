import { exampleStandards } from '#domain/example-standards/index';
import { mayAdminister } from '#domain/policies';
import { standards } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';
import { storedOf } from './stored.ts';

/** Puts the standards that ship with the system into the table, those that are not there yet. */
export async function installExamples(ctx: Context): Promise<{ installed: string[] }> {
  allow(ctx.actor.kind === 'system' || mayAdminister(ctx.actor));
  const there = await ctx.store.getMany(exampleStandards.map((each) => keys.standard(each.standardId, each.version)));
  const missing = exampleStandards.filter((each) => !there.some((other) => other.standardId === each.standardId));
  const installed = missing.map((each) => each.standardId);
  if (installed.length === 0) return { installed };
  return commit(ctx, {
    chain: 'setting/standards',
    action: 'standards.installed',
    details: { installed },
    writes: missing.map((each) => create(standards, storedOf(each))),
    answer: { installed },
  });
}
