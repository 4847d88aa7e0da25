import * as z from 'zod';
import type { Application, ApplicationStatus } from '#domain/applications';
import type { Objection } from '#domain/objections';
import { oversees } from '#domain/policies';
import type { Substitution } from '#domain/selections';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { requireNoStake } from '../cycles/stake.ts';
import { listedRows } from '../lists/rows.ts';
import { allow, parse } from '../require.ts';
import { lineFor } from './line.ts';

export const VacanciesInput = z.strictObject({
  cycleId: z.string(),
  /** An entry that still stands, told as if it had fallen: who would come in for it. */
  ifVacant: z.string().optional(),
});

const Listed = z.object({ applicationId: z.string(), organizationName: z.string() });
type Listed = z.infer<typeof Listed>;

export const Vacancy = Listed.extend({
  categoryId: z.string(),
  status: z.string(),
  /** Who came in already. */
  substituteId: z.string().optional(),
  /** Who may come in now; whichever of them, the others still may afterwards. */
  next: z.array(Listed),
  /** Equals of whom not all can come in: the committee votes first. */
  tied: z.array(Listed),
});
export type Vacancy = z.infer<typeof Vacancy>;

const gone: readonly ApplicationStatus[] = ['removed', 'withdrawn'];

/**
 * The places of the running notice that fell vacant, each with who is next in line (递补). Empty where the cycle allows
 * no substitution, or its notice is not open any more.
 */
export async function listVacancies(
  ctx: Context,
  input: z.input<typeof VacanciesInput>,
): Promise<{ items: Vacancy[] }> {
  allow(oversees(ctx.actor));
  const { cycleId, ifVacant } = parse(VacanciesInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  if (!cycle.substitution || cycle.status !== 'publicizing' || !cycle.publicityId) return { items: [] };
  await requireNoStake(ctx, cycle);
  const publicity = await ctx.store.get(keys.publicity(cycle.publicityId));
  if (!['open', 'expired'].includes(publicity.status)) return { items: [] };
  const rows = await listedRows(ctx, publicity.listId);
  const applications = await ctx.store.getMany(rows.map(({ applicationId }) => keys.application(applicationId)));
  const fallen = applications.filter(
    ({ status, applicationId }) => gone.includes(status) || applicationId === ifVacant,
  );
  const decided = await decidedIn(ctx, publicity.publicityId);
  const named = async (ids: readonly string[]): Promise<Listed[]> =>
    (await ctx.store.getMany(ids.map((id) => keys.application(id)))).map(listedOf);
  const items: Vacancy[] = [];
  for (const vacant of fallen) {
    const line = await lineFor(ctx, cycle, publicity, vacant);
    const substituteId = decided.get(vacant.applicationId);
    items.push({
      ...listedOf(vacant),
      categoryId: vacant.categoryId,
      status: vacant.status,
      ...(substituteId && { substituteId }),
      next: await named(line.ids),
      tied: await named(line.tied),
    });
  }
  return { items };
}

/** Who comes into whose place: as the office decided after a withdrawal, or as the determination of an objection said. */
async function decidedIn(ctx: Context, publicityId: string): Promise<ReadonlyMap<string, string>> {
  const { pk } = keys.publicity(publicityId);
  const [substitutions, objections] = await Promise.all([
    ctx.store.all<Substitution>(pk, 'SUBSTITUTION'),
    ctx.store.all<Objection>(pk, 'OBJECTION'),
  ]);
  return new Map([
    ...substitutions.map(({ vacantId, substituteId }): [string, string] => [vacantId, substituteId]),
    ...objections.flatMap(({ target, effect }): [string, string][] =>
      target.kind === 'entry' && effect?.kind === 'remove' && effect.substituteId !== undefined
        ? [[target.applicationId, effect.substituteId]]
        : [],
    ),
  ]);
}

const listedOf = ({ applicationId, organizationName }: Application): Listed => ({ applicationId, organizationName });
