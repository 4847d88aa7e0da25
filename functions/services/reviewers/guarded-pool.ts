import { hashOf } from '#domain/audit';
import { AwardError } from '#domain/errors';
import { normalizeName } from '#domain/names';
import type { Reviewer } from '#domain/reviews';
import { settingAt } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { wholePool } from './pool.ts';

/** So many guards of either kind: few enough for one transaction, enough for many hands at once. */
const GUARDS = 8;

const guardOf = (kind: 'name' | 'code', text: string): string =>
  `reviewer-guard/${kind}/${Number.parseInt(hashOf(text).slice(0, 4), 16) % GUARDS}`;

/** Entries can clash only by the person's name or by the unit's code (`checkExpert`), so these are what is guarded. */
const guardsOf = ({ name, organizationCode }: Reviewer): string[] => [
  guardOf('name', normalizeName(name)),
  ...(organizationCode ? [guardOf('code', organizationCode)] : []),
];

const stale = () => new AwardError('StaleVersion');

/**
 * The pool with the writes that let no entry that could clash with these ones be written at the same time: what is
 * checked against all entries (the same person twice, one code for two units) still holds when it is written.
 */
export async function guardedPool(
  ctx: Pick<Context, 'store'>,
  entries: readonly Reviewer[],
): Promise<{ readonly pool: readonly Versioned<Reviewer>[]; readonly guards: readonly Write[] }> {
  const names = [...new Set(entries.flatMap(guardsOf))];
  const guards = await Promise.all(
    names.map(async (name) => {
      const key = keys.setting<{ changes: number }>(name);
      const before = await ctx.store.find(key);
      return before
        ? save(settingAt(key), { ...before, changes: before.changes + 1 }, stale)
        : create(settingAt(key), { changes: 1 }, stale);
    }),
  );
  return { pool: await wholePool(ctx), guards };
}
