import type { z } from 'zod';
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

const fieldProblem = (issue: z.core.$ZodIssue): FieldProblem => {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys[0] ?? '';
    return {
      path: path ? `${path}.${name}` : name,
      code: 'UnknownField',
      zh: '没有这个字段。',
      en: 'There is no such field.',
    };
  }
  const params = issue.code === 'custom' ? (issue.params as Partial<FieldProblem> | undefined) : undefined;
  return {
    path,
    code: params?.code ?? `Invalid.${issue.code}`,
    zh: params?.zh ?? `填写有误:${issue.message}`,
    en: params?.en ?? issue.message,
  };
};

/**
 * The input in its shape.
 * @throws AwardError `InvalidInput` with every field that is wrong.
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AwardError('InvalidInput', { fields: parsed.error.issues.map(fieldProblem) });
}
