import * as z from 'zod';
import { type Dossier, mayBeTold } from '#domain/dossier/record';
import { personIdOf } from '#domain/people';
import { mayApprove } from '#domain/policies';
import { dossiers } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const DossierRef = z.strictObject({ cycleId: z.string().max(100), number: z.coerce.number().int().min(1) });

/**
 * The office publishes the public edition: from here on anybody may fetch it. Not before the list is in publicity, and
 * only the dossier of the result in force.
 */
export async function publishDossier(ctx: Context, input: z.input<typeof DossierRef>): Promise<Versioned<Dossier>> {
  allow(mayApprove(ctx.actor));
  const { cycleId, number } = parse(DossierRef, input);
  const [dossier, cycle] = await Promise.all([
    ctx.store.get(keys.dossier(cycleId, number)),
    ctx.store.get(keys.cycle(cycleId)),
  ]);
  allow(mayBeTold(cycle), 'WrongState', { state: cycle.status });
  allow(dossier.publishedAt === undefined, 'WrongState', { state: 'published' });
  allow(dossier.resultId === cycle.resultId, 'WrongState', { state: 'superseded' });
  const published: Versioned<Dossier> = {
    ...dossier,
    publishedAt: ctx.clock.now(),
    publishedBy: personIdOf(ctx.actor) ?? 'system',
  };
  return commit(ctx, {
    chain: `cycle/${cycleId}`,
    action: 'dossier.published',
    cycleId,
    details: { number, root: dossier.public.root },
    writes: [save(dossiers, published), unchanged(keys.cycle(cycleId), cycle.version)],
    answer: { ...published, version: dossier.version + 1 },
  });
}
