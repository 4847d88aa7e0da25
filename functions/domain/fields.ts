import { z } from 'zod';
import { AwardError, type FieldProblem } from './errors.ts';

/** What a rule says about one value: the code of the refusal and its sentence in both languages. */
export type Refusal = Omit<FieldProblem, 'path'>;

const refusalShape = z.object({ code: z.string(), zh: z.string(), en: z.string() });

/** Refuses a value inside of a schema such that `parseFields` can tell the user why, in both languages. */
export function refuse(context: z.RefinementCtx, refusal: Refusal, path: (string | number)[] = []): never {
  context.addIssue({ code: 'custom', message: refusal.en, params: refusal, path });
  return z.NEVER;
}

type Sentences = { readonly zh: string; readonly en: string };

const kinds: Record<string, Sentences> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};

const measures: Record<string, Sentences> = {
  string: { zh: '个字符', en: ' characters' },
  array: { zh: '项', en: ' items' },
  set: { zh: '项', en: ' items' },
};

const unitOf = (origin: string): Sentences => measures[origin] ?? { zh: '', en: '' };

function sentenceOf(issue: z.core.$ZodIssue): Sentences {
  switch (issue.code) {
    case 'invalid_type': {
      if (issue.input === undefined) return { zh: '此项必填。', en: 'This field is required.' };
      const kind = kinds[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return { zh: `此项应为${kind.zh}。`, en: `This must be ${kind.en}.` };
    }
    case 'too_small': {
      const unit = unitOf(issue.origin);
      return { zh: `不能少于 ${issue.minimum} ${unit.zh}。`, en: `Must be at least ${issue.minimum}${unit.en}.` };
    }
    case 'too_big': {
      const unit = unitOf(issue.origin);
      return { zh: `不能超过 ${issue.maximum} ${unit.zh}。`, en: `Must be at most ${issue.maximum}${unit.en}.` };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { zh: `只能是以下之一:${values}。`, en: `Must be one of: ${values}.` };
    }
    case 'unrecognized_keys':
      return { zh: `不认识的字段:${issue.keys.join(', ')}。`, en: `Unknown fields: ${issue.keys.join(', ')}.` };
    case 'invalid_format':
      return { zh: `格式不正确(${issue.format})。`, en: `The format is not right (${issue.format}).` };
    default:
      return { zh: '内容不符合要求。', en: 'This is not valid.' };
  }
}

/** One issue of a schema as a problem of one field; `base` is the path of the parsed value in the sent document. */
function fieldProblem(issue: z.core.$ZodIssue, base: string): FieldProblem {
  const path = [base, ...issue.path.map(String)].filter((part) => part !== '').join('.');
  const refusal = refusalShape.safeParse(issue.code === 'custom' ? issue.params : undefined);
  if (refusal.success) return { path, ...refusal.data };
  return { path, code: issue.code, ...sentenceOf(issue) };
}

/** All issues of a schema as problems of fields; parse with `reportInput: true`, or a missing field reads as a wrong one. */
export const fieldProblems = (error: z.core.$ZodError, base = ''): readonly FieldProblem[] =>
  error.issues.map((issue) => fieldProblem(issue, base));

/** The value as the schema reads it, or InvalidInput that names every field that is wrong. */
export function parseFields<Schema extends z.ZodType>(schema: Schema, value: unknown, base = ''): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new AwardError('InvalidInput', { fields: fieldProblems(parsed.error, base) });
}
