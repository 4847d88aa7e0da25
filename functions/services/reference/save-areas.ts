import * as z from 'zod';
import { Area, checkAreas } from '#domain/areas';
import { mayAdminister } from '#domain/policies';
import { settingAt } from '#store/entities';
import type { Versioned } from '#store/table';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { areasKey } from '../reference.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { nextVersion } from './setting.ts';

export const SaveAreasInput = z.strictObject({ version: z.int().min(0), areas: z.array(Area).min(1).max(2000) });

/** The office's tree of areas as a whole; `version` 0 is the first one ever. */
export async function saveAreas(
  ctx: Context,
  input: z.input<typeof SaveAreasInput>,
): Promise<Versioned<{ areas: Area[] }>> {
  allow(mayAdminister(ctx.actor));
  const { version, areas } = parse(SaveAreasInput, input);
  refuseFields(checkAreas(areas));
  const saved = { areas, version: version + 1 };
  return commit(ctx, {
    chain: 'setting/areas',
    action: 'areas.saved',
    details: { areas: areas.length },
    writes: [nextVersion(settingAt(areasKey), { areas, version })],
    answer: saved,
  });
}
