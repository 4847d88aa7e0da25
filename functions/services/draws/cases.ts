import type { Application } from '#domain/applications';
import { type Cycle, categoryOf } from '#domain/cycles';
import { applicationDrawKey } from '#domain/draw-key';
import type { DrawRecord, Pin } from '#domain/draws';
import { sampled } from '#domain/sampling';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import type { DrawCase } from './problem.ts';

/** The pins of a cycle that stand, by application. */
export async function pinsOf(
  ctx: Pick<Context, 'store'>,
  cycleId: string,
): Promise<ReadonlyMap<string, readonly Versioned<Pin>[]>> {
  const pins = (await ctx.store.all<Pin>(keys.pin(cycleId, '', '').pk)).filter(({ released }) => !released);
  const byApplication = new Map<string, Versioned<Pin>[]>();
  for (const pin of pins) byApplication.set(pin.applicationId, [...(byApplication.get(pin.applicationId) ?? []), pin]);
  return byApplication;
}

/** What an application is drawn by; two units that nothing tells apart are told apart by their ids. */
function sampleKeys(applications: readonly Application[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const drawKeys = applications.map(applicationDrawKey);
  for (const key of drawKeys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(
    applications.map(({ applicationId }, at) => {
      const key = drawKeys[at] as string;
      return [applicationId, (counts.get(key) ?? 0) > 1 ? `${key} ${applicationId}` : key];
    }),
  );
}

type Chosen = { readonly chosen: readonly Application[]; readonly samples: DrawRecord['samples'] };

/** Which applications get a panel: all of a panel category, the drawn ones of a category with sampling. */
export function withPanel(cycle: Cycle, applications: readonly Application[]): Chosen {
  const parts = cycle.categories.map((category): Chosen => {
    const { categoryId, reviewMode, samplePercent = 10 } = category;
    const all = applications.filter((each) => each.categoryId === categoryId);
    if (reviewMode === 'panel') return { chosen: all, samples: [] };
    if (reviewMode !== 'sampling') return { chosen: [], samples: [] };
    const keyOf = sampleKeys(all);
    const strata = all.map(({ applicationId, areaId }) => ({ key: keyOf.get(applicationId) ?? '', areaId }));
    const drawn = new Set(sampled(strata, samplePercent, cycle.drawSeed));
    const chosen = all.filter(({ applicationId }) => drawn.has(keyOf.get(applicationId) ?? ''));
    return { chosen, samples: [{ categoryId, of: all.length, drawn: chosen.length }] };
  });
  return { chosen: parts.flatMap(({ chosen }) => chosen), samples: parts.flatMap(({ samples }) => samples) };
}

/** The cases of the first draw of panels. */
export const panelCases = (
  cycle: Cycle,
  chosen: readonly Application[],
  pins: ReadonlyMap<string, readonly Pin[]>,
): DrawCase[] =>
  chosen.map((application) => ({
    application,
    size: categoryOf(cycle, application.categoryId)?.panelSize ?? 0,
    pinned: (pins.get(application.applicationId) ?? []).map(({ reviewerId }) => reviewerId),
    began: [],
    left: [],
    elsewhere: [],
  }));
