import * as z from 'zod';
import type { FieldProblem } from '#domain/errors';
import { holds } from '#domain/people';
import { isConflicted } from '#domain/policies';
import type { Panel } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { statesOf } from './completeness.ts';

export const ListPanelsInput = z.strictObject({ cycleId: z.string() });

export type PanelState = {
  readonly applicationId: string;
  readonly organizationName: string;
  readonly categoryId: string;
  /** Absent while nobody reviews it, and where no panel does. */
  readonly panel?: Pick<Panel, 'size' | 'submitted' | 'vacant' | 'arbiter'>;
  /** What it still lacks before the round can close; `path` says where: `panel`, `site`, `satisfaction`. */
  readonly missing: readonly FieldProblem[];
};

export type PanelStates = {
  readonly items: readonly PanelState[];
  /** How many cases there are, and how many still lack something; `items` may be the first of them only. */
  readonly cases: number;
  readonly open: number;
};

/** A screen shows no more; whatever lacks something comes first. */
const MOST_SHOWN = 2000;

/** How far each case of the open round is and what it lacks, in counts; never a score, nor a case that binds the actor. */
export async function listPanels(ctx: Context, input: z.input<typeof ListPanelsInput>): Promise<PanelStates> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const { cycleId } = parse(ListPanelsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  if (cycle.status !== 'reviewing') return { items: [], cases: 0, open: 0 };
  const states = await statesOf(ctx, cycle);
  const items = states
    .filter(({ application }) => !isConflicted(ctx.actor, application))
    .toSorted((a, b) => b.missing.length - a.missing.length)
    .slice(0, MOST_SHOWN)
    .map(({ application: { applicationId, organizationName, categoryId }, panel, missing }) => ({
      ...{ applicationId, organizationName, categoryId },
      ...(panel && { panel }),
      missing: missing.map((field) => ({ ...field, path: field.path.slice(field.path.lastIndexOf('.') + 1) })),
    }));
  return { items, cases: states.length, open: states.filter(({ missing }) => missing.length > 0).length };
}
