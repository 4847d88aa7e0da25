import * as z from 'zod';
import { AwardError, type FieldProblem } from './errors.ts';

/** What a rule says about one value: the code of the refusal and its sentence in both languages. */
export type Refusal = Omit<FieldProblem, 'path'>;

const refusalShape = z.object({ code: z.string(), zh: z.string(), en: z.string() });

/** Refuses a value inside of a schema such that `parseFields` can tell the user why, in both languages. */
export function refuse(context: z.RefinementCtx, refusal: Refusal, path: (string | number)[] = []): never {
  context.addIssue({ code: 'custom', message: refusal.en, params: refusal, path });
  return z.NEVER;
}

type Sentences = Omit<Refusal, 'code'>;

const kinds: Record<string, Sentences> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
};

const units: Record<string, Sentences> = {
  string: { zh: ' 个字符', en: ' characters' },
  array: { zh: ' 项', en: ' items' },
  set: { zh: ' 项', en: ' items' },
};

const required: Refusal = { code: 'Required', zh: '此项必填。', en: 'This field is required.' };
const unfit: Refusal = { code: 'Unfit', zh: '内容不符合要求。', en: 'This is not valid.' };
/** What text or number may be, but not this number: JSON's 1e400 is read as infinite. */
const notANumber: Refusal = {
  code: 'NotANumber',
  zh: '数字超出范围，请用普通数字填写。',
  en: 'The number is out of all range. Enter it in plain digits.',
};
const unknown: Refusal = { code: 'UnknownField', zh: '没有这个字段。', en: 'There is no such field.' };

function wrongKind(...expected: readonly string[]): Refusal {
  const told = expected.map((each) => kinds[each] ?? { zh: each, en: each });
  const [zh, en] = [told.map((kind) => kind.zh).join('或'), told.map((kind) => kind.en).join(' or ')];
  return { code: 'WrongKind', zh: `此项应为${zh}。`, en: `This must be ${en}.` };
}

type Union = Extract<z.core.$ZodIssue, { code: 'invalid_union' }>;

/** What would have been taken, where each way of the union takes one plain kind and what came is of another. */
function noneOf({ errors, input }: Union): Refusal {
  if (typeof input === 'number' && !Number.isFinite(input)) return notANumber;
  const plain = errors.map(([issue]) =>
    issue?.code === 'invalid_type' && issue.path.length === 0 ? issue : undefined,
  );
  const expected = plain.flatMap((issue) => issue?.expected ?? []);
  return expected.length > 0 && expected.length === errors.length ? wrongKind(...expected) : unfit;
}

type Limit = { readonly origin: string; readonly inclusive?: boolean | undefined };

/** How a bound is told: first where the bound itself is allowed, then where it is not. */
const bounds = {
  TooSmall: [
    { zh: '不能少于', en: 'at least' },
    { zh: '应大于', en: 'above' },
  ],
  TooLarge: [
    { zh: '不能超过', en: 'at most' },
    { zh: '应小于', en: 'below' },
  ],
} as const;

function outOfBounds(code: keyof typeof bounds, { origin, inclusive }: Limit, bound: number | bigint): Refusal {
  const unit = units[origin] ?? { zh: '', en: '' };
  const words = bounds[code][inclusive === false ? 1 : 0];
  const inEnglish = Number(bound) === 1 ? unit.en.replace(/s$/, '') : unit.en;
  return { code, zh: `${words.zh} ${bound}${unit.zh}。`, en: `Must be ${words.en} ${bound}${inEnglish}.` };
}

function notOffered(values: readonly unknown[]): Refusal {
  const list = values.map(String).join(', ');
  return { code: 'NotOffered', zh: `只能是以下之一：${list}。`, en: `Must be one of: ${list}.` };
}

/** What the formats look like that people are asked for. */
const formats: Record<string, Sentences> = {
  date: { zh: '日期，如 2026-03-02', en: 'a day that exists, such as 2026-03-02' },
  datetime: {
    zh: '带时区的时间，如 2026-03-02T09:00:00+08:00',
    en: 'an instant with its zone, such as 2026-03-02T09:00:00+08:00',
  },
  email: { zh: '邮箱地址，如 name@example.cn', en: 'a mail address, such as name@example.cn' },
  base64: { zh: 'Base64 编码的文件内容', en: 'the content of the file in Base64' },
};

function wrongFormat(format: string): Refusal {
  const told = formats[format];
  if (!told)
    return { code: 'WrongFormat', zh: `格式不正确（${format}）。`, en: `The format is not right (${format}).` };
  return { code: 'WrongFormat', zh: `此项应为${told.zh}。`, en: `This must be ${told.en}.` };
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  if (issue.code === 'custom') {
    const own = refusalShape.safeParse(issue.params);
    return own.success ? own.data : unfit;
  }
  if (issue.input === undefined && ['invalid_type', 'invalid_union', 'invalid_value'].includes(issue.code)) {
    return required;
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue.expected);
    case 'too_small':
      // Nobody is told to count the characters of what was left empty, nor how it must look.
      if (issue.input === '') return { ...required, code: 'TooSmall' };
      return outOfBounds('TooSmall', issue, issue.minimum);
    case 'too_big':
      return outOfBounds('TooLarge', issue, issue.maximum);
    case 'invalid_value':
      return notOffered(issue.values);
    case 'invalid_union':
      return noneOf(issue);
    case 'invalid_format':
      if (issue.input === '') return { ...required, code: 'WrongFormat' };
      return wrongFormat(issue.format);
    default:
      return unfit;
  }
}

const joined = (base: string, path: readonly PropertyKey[]): string =>
  [base, ...path.map(String)].filter((part) => part !== '').join('.');

function fieldProblems(issue: z.core.$ZodIssue, base: string): FieldProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: joined(base, [...issue.path, key]), ...unknown }));
  }
  return [{ path: joined(base, issue.path), ...refusalOf(issue) }];
}

/** The value as the schema reads it, or InvalidInput that names every field that is wrong, under the path `base`. */
export function parseFields<Schema extends z.ZodType>(schema: Schema, value: unknown, base = ''): z.output<Schema> {
  // Without its input an issue does not tell a missing field from one of the wrong kind.
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new AwardError('InvalidInput', {
    fields: parsed.error.issues.flatMap((issue) => fieldProblems(issue, base)),
  });
}
