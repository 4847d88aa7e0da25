import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { type Drawn, draw, isUndrawable, undrawable } from '#domain/draw';
import { checkDraw } from '#domain/draw-check';
import type { DrawProblem } from '#domain/draw-problem';
import type { DrawAim, DrawRecord } from '#domain/draws';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';
import { panelCases, pinsOf, withPanel } from './cases.ts';
import { type DrawInputs, drawInputs } from './inputs.ts';
import { type DrawCase, problemOf } from './problem.ts';

/** A draw before it is made: what it would be made from as of now. */
export type Trial = {
  /** Every self-assessed application, with a panel or without. */
  readonly applications: readonly Application[];
  readonly samples: DrawRecord['samples'];
  readonly inputs: DrawInputs;
  readonly cases: readonly DrawCase[];
  readonly problem: DrawProblem;
};

type Wanted = { readonly aim?: DrawAim | undefined; readonly withPins?: boolean | undefined };

/** The first draw of panels on what is there now; a preview may leave out the pins or pursue another aim. */
export async function panelTrial(ctx: Pick<Context, 'store'>, cycle: Cycle, wanted: Wanted = {}): Promise<Trial> {
  const { aim = cycle.drawAim ?? 'sum', withPins = true } = wanted;
  const applications = (await applicationsOf(ctx, cycle.cycleId)).filter(({ status }) => status === 'self-assessed');
  const { chosen, samples } = withPanel(cycle, applications);
  const pins = withPins ? await pinsOf(ctx, cycle.cycleId) : new Map();
  const cases = panelCases(cycle, chosen, pins);
  const named = cases.flatMap(({ pinned }) => pinned);
  const inputs = await drawInputs(ctx, cycle, chosen, named);
  return { applications, samples, inputs, cases, problem: problemOf(inputs, cases, { round: 'documents', aim }) };
}

/**
 * Draws a problem, or refuses.
 * @throws AwardError `InvalidInput` or `PanelTooSmall`, with the fields that are in the way.
 */
export function drawnOf(cycle: Cycle, problem: DrawProblem): Drawn {
  checkDraw(cycle, problem);
  const outcome = draw(problem);
  if (isUndrawable(outcome)) throw undrawable(outcome);
  return outcome;
}
