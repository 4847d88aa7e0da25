import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AwardError } from '#domain/errors';
import { parseFields, refuse } from '#domain/fields';

const schema = z.strictObject({
  name: z.string().min(2).max(4),
  seats: z.int().max(10),
  kind: z.enum(['equal', 'competitive']),
  day: z.iso.date(),
  even: z.number().superRefine((value, context) => {
    if (value % 2 !== 0) refuse(context, { code: 'Odd', zh: `${value} 不是偶数。`, en: `${value} is odd.` });
  }),
});

const sound = { name: '学办', seats: 3, kind: 'equal', day: '2026-02-11', even: 2 };

function fieldsOf(value: unknown, base?: string) {
  try {
    parseFields(schema, value, base);
  } catch (error) {
    if (error instanceof AwardError && error.code === 'InvalidInput') return error.fields;
    throw error;
  }
  return [];
}

describe('parseFields', () => {
  it('gives the value as the schema reads it', () => {
    expect(parseFields(schema, sound)).toEqual(sound);
  });

  it('tells a number beyond all numbers where text or number is asked', () => {
    const typed = z.object({ score: z.union([z.string(), z.number()]) });
    const codes = [JSON.parse('1e400'), Number.NaN, true].map((score) => {
      try {
        return parseFields(typed, { score });
      } catch (error) {
        return error instanceof AwardError ? error.fields.map(({ path, code }) => `${path} ${code}`) : error;
      }
    });
    expect(codes).toEqual([['score NotANumber'], ['score NotANumber'], ['score WrongKind']]);
  });

  it('tells a missing field from one of the wrong kind', () => {
    const { name: _, kind: __, ...rest } = sound;
    expect(fieldsOf({ ...rest, seats: '3' })).toEqual([
      { path: 'name', code: 'Required', zh: '此项必填。', en: 'This field is required.' },
      { path: 'seats', code: 'WrongKind', zh: '此项应为数字。', en: 'This must be a number.' },
      { path: 'kind', code: 'Required', zh: '此项必填。', en: 'This field is required.' },
    ]);
  });

  it('tells what was left empty as such, not by its least length or its format', () => {
    expect(fieldsOf({ ...sound, name: '', day: '' })).toMatchObject([
      { path: 'name', zh: '此项必填。' },
      { path: 'day', zh: '此项必填。' },
    ]);
  });

  it('tells the limits, the choices and every field that it does not know', () => {
    const wrong = { ...sound, name: '学', seats: 11, kind: 'other', day: '2026-02-30', fee: 1, '': 2 };
    expect(fieldsOf(wrong)).toEqual([
      { path: 'name', code: 'TooSmall', zh: '不能少于 2 个字符。', en: 'Must be at least 2 characters.' },
      { path: 'seats', code: 'TooLarge', zh: '不能超过 10。', en: 'Must be at most 10.' },
      {
        path: 'kind',
        code: 'NotOffered',
        zh: '只能是以下之一：equal, competitive。',
        en: 'Must be one of: equal, competitive.',
      },
      {
        path: 'day',
        code: 'WrongFormat',
        zh: '此项应为日期，如 2026-03-02。',
        en: 'This must be a day that exists, such as 2026-03-02.',
      },
      { path: 'fee', code: 'UnknownField', zh: '没有这个字段。', en: 'There is no such field.' },
      { path: '', code: 'UnknownField', zh: '没有这个字段。', en: 'There is no such field.' },
    ]);
  });

  it('tells a limit that is itself not allowed, and a missing choice between kinds', () => {
    const sentences = (odd: z.ZodType, value: unknown) => {
      try {
        parseFields(odd, value);
      } catch (error) {
        return (error as AwardError).fields.map(({ zh, en }) => [zh, en]);
      }
      return [];
    };
    expect(sentences(z.number().positive(), 0)).toEqual([['应大于 0。', 'Must be above 0.']]);
    expect(sentences(z.number().lt(9), 9)).toEqual([['应小于 9。', 'Must be below 9.']]);
    expect(sentences(z.array(z.int()).min(1), [])).toEqual([['不能少于 1 项。', 'Must be at least 1 item.']]);
    const either = z.union([z.string(), z.number()]);
    expect(sentences(either, undefined)).toEqual([['此项必填。', 'This field is required.']]);
    expect(sentences(either, {})).toEqual([['此项应为文字或数字。', 'This must be text or a number.']]);
  });

  it('hands on the code and both sentences of a rule of the field, under the path it was sent at', () => {
    expect(fieldsOf({ ...sound, even: 3 }, 'rows.4')).toEqual([
      { path: 'rows.4.even', code: 'Odd', zh: '3 不是偶数。', en: '3 is odd.' },
    ]);
  });
});
