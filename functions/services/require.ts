import type { Cycle } from '#domain/cycles';
import { AwardError, type FieldProblem, type ProblemCode } from '#domain/errors';
import { isTimeFor, type StagedAct } from '#domain/stages';

/** Refuses unless a rule holds. */
export function allow(
  holds: boolean,
  code: ProblemCode = 'NotAllowed',
  values: AwardError['values'] = {},
): asserts holds {
  if (!holds) throw new AwardError(code, { values });
}

/** Refuses unless the cycle is in a stage in which that may be done. */
export const requireStageFor = (act: StagedAct, cycle: Pick<Cycle, 'status'>): void =>
  allow(isTimeFor(act, cycle), 'WrongState', { state: cycle.status });

/** Refuses with the fields that are wrong, if any are. */
export function refuseFields(
  fields: readonly FieldProblem[],
  code: 'InvalidInput' | 'Incomplete' = 'InvalidInput',
): void {
  if (fields.length > 0) throw new AwardError(code, { fields });
}

/** The input in its shape; refused with every field that is wrong. */
export { parseFields as parse } from '#domain/fields';
