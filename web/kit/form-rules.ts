import type { FormInstance, FormRule } from 'antd';
import type { z } from 'zod';
import { AwardError } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { isProblem } from '#web/api/problem.ts';
import type { Tell } from '#web/messages/language.tsx';

/** The server's own rule for a field, told while one types; an empty field is left to `required`. */
export const ruleOf = (schema: z.ZodType, tell: Tell): FormRule => ({
  validator: async (_: unknown, value: unknown) => {
    if (value === undefined || value === '') return;
    try {
      parseFields(schema, value);
    } catch (error) {
      const [field] = error instanceof AwardError ? error.fields : [];
      throw new Error(field ? tell(field) : String(error));
    }
  },
});

const placeOf = (path: string) => path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** Whether a form has the field at a path. */
export const hasField = (form: FormInstance, path: string): boolean =>
  form.getFieldInstance(placeOf(path)) !== undefined;

/** Shows each refused field of an answer at its place in the form; false when the form has none of them. */
export function showProblem(form: FormInstance, error: unknown, tell: Tell): boolean {
  if (!isProblem(error)) return false;
  const known = error.fields.filter(({ path }) => hasField(form, path));
  form.setFields(known.map((field) => ({ name: placeOf(field.path), errors: [tell(field)] })));
  const [first] = known;
  if (first) form.scrollToField(placeOf(first.path), { focus: true });
  return known.length === error.fields.length && known.length > 0;
}
