import * as z from 'zod';
import type { Cycle } from '#domain/cycles';
import type { Drawn } from '#domain/draw';
import type { Barrier } from '#domain/draw-problem';
import { barrierCounts, type DrawReport, reportOf } from '#domain/draw-report';
import { type DrawAim, type DrawRecord, drawAims } from '#domain/draws';
import { AwardError, type FieldProblem, invalidField, messageOf, type ProblemCode } from '#domain/errors';
import { mayCheck } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse, requireStageFor } from '../require.ts';
import { drawInForce } from './in-force.ts';
import { redrawTrial } from './redraw-trial.ts';
import { knowledgeOf } from './stage.ts';
import { drawnOf, panelTrial, type Trial } from './trial.ts';

/** Two previews beside each other compare aims, or the draw with the office's pins and without. */
export const PreviewInput = z.strictObject({
  aim: z.enum(drawAims).optional(),
  withPins: z.boolean().default(true),
});
type PreviewInput = z.output<typeof PreviewInput>;

export type Preview = {
  readonly at: string;
  readonly aim: DrawAim;
  readonly seed: string;
  /** Before the first draw all panels; afterwards what a redraw would come to. */
  readonly isRedraw: boolean;
  readonly applications: number;
  readonly withPanel: number;
  readonly reviewers: number;
  readonly pins: number;
  readonly samples: DrawRecord['samples'];
  readonly closedPairs: readonly { readonly source: Barrier; readonly pairs: number }[];
  /** What the draw would come to; its certificate was checked. */
  readonly outcome?: DrawReport & { readonly certified: true; readonly worstBound: number; readonly givenUp?: number };
  /** Why nothing can be drawn, with the fields that are in the way. */
  readonly refusal?: {
    readonly code: ProblemCode;
    readonly zh: string;
    readonly en: string;
    readonly fields: readonly FieldProblem[];
  };
};

const refusalOf = ({ code, values, fields }: AwardError): NonNullable<Preview['refusal']> => ({
  code,
  zh: messageOf(code, 'zh', values),
  en: messageOf(code, 'en', values),
  fields,
});

const outcomeOf = (drawn: Drawn, { inputs, cases }: Trial): NonNullable<Preview['outcome']> => ({
  ...reportOf(drawn, knowledgeOf(inputs, cases)),
  certified: true,
  worstBound: drawn.worst.bound,
  ...(drawn.givenUp !== undefined && { givenUp: drawn.givenUp }),
});

function attempted(cycle: Cycle, trial: Trial): Pick<Preview, 'outcome' | 'refusal'> {
  try {
    return { outcome: outcomeOf(drawnOf(cycle, trial.problem), trial) };
  } catch (error) {
    if (error instanceof AwardError) return { refusal: refusalOf(error) };
    throw error;
  }
}

type Sized = { readonly mostPairs?: number };

/** 试算: the draw as it would come out now, without any effect; nobody's seat is in it. */
export async function previewMatching(
  ctx: Pick<Context, 'store' | 'clock'>,
  cycleId: string,
  { aim, withPins }: PreviewInput,
  { mostPairs = Number.POSITIVE_INFINITY }: Sized = {},
): Promise<Preview> {
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  requireStageFor('draw', cycle);
  const isRedraw = (await drawInForce(ctx, cycleId, 'documents')) !== undefined;
  const trial = await (isRedraw ? redrawTrial : panelTrial)(ctx, cycle, { aim, withPins });
  const { problem, samples, applications } = trial;
  if (problem.fit.length > mostPairs) {
    throw invalidField(
      'cycleId',
      'TooLarge',
      '申报与专家较多，请以后台任务「preview-matching」试算。',
      'There are too many applications and reviewers to wait for: preview by the job preview-matching.',
    );
  }
  return {
    at: ctx.clock.now(),
    aim: problem.aim,
    seed: problem.seed,
    isRedraw,
    applications: applications.length,
    withPanel: problem.applications.length,
    reviewers: problem.reviewers.length,
    pins: problem.pins.length,
    samples,
    closedPairs: barrierCounts(problem),
    ...attempted(cycle, trial),
  };
}

export const PreviewNowInput = PreviewInput.extend({ cycleId: z.string() });

/** About what is solved within a second; more is a job. */
const MOST_PAIRS = 400_000;

/** The preview of a cycle that is small enough to wait for. */
export async function previewNow(ctx: Context, input: z.input<typeof PreviewNowInput>): Promise<Preview> {
  allow(mayCheck(ctx.actor));
  const { cycleId, ...wanted } = parse(PreviewNowInput, input);
  return previewMatching(ctx, cycleId, wanted, { mostPairs: MOST_PAIRS });
}
