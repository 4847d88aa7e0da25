import { StateError } from './errors.ts';
import type { Frame } from './frames.ts';
import { limits } from './limits.ts';
import type { Turn } from './turn.ts';

/** A whole number that a template yields, or null where there is none. Throws States.QueryEvaluationError. */
export async function wholeNumber(
  turn: Turn,
  frame: Frame,
  template: unknown,
  where: string,
  { min, max }: { readonly min: number; readonly max: number },
): Promise<number | null> {
  if (template === undefined) return null;
  const value = await turn.evaluate(frame, template, where);
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new StateError(
    'States.QueryEvaluationError',
    `The ${where} of ${frame.state} must be a whole number from ${min} to ${max}, not ${JSON.stringify(value)}`,
  );
}

export const seconds = (turn: Turn, frame: Frame, template: unknown, where: string, min = 1): Promise<number | null> =>
  wholeNumber(turn, frame, template, where, { min, max: limits.seconds });
