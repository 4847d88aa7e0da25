import { AwardError, type FieldProblem, type ProblemCode } from '#domain/errors';

/** Refuses unless a rule holds. */
export function allow(
  holds: boolean,
  code: ProblemCode = 'NotAllowed',
  values: AwardError['values'] = {},
): asserts holds {
  if (!holds) throw new AwardError(code, { values });
}

/** Refuses with the fields that are wrong, if any are. */
export function refuseFields(
  fields: readonly FieldProblem[],
  code: 'InvalidInput' | 'Incomplete' = 'InvalidInput',
): void {
  if (fields.length > 0) throw new AwardError(code, { fields });
}

/** The input in its shape; refused with every field that is wrong. */
export { parseFields as parse } from '#domain/fields';
