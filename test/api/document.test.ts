import { describe, expect, it } from 'vitest';
import { requireSound } from '#api/document';
import type { AwardError } from '#domain/errors';

function toldOf(text: string): string[] {
  try {
    requireSound(JSON.parse(text));
    return [];
  } catch (error) {
    return (error as AwardError).fields.map(({ path, code }) => `${path} ${code}`);
  }
}

describe('a document', () => {
  it('may hold every whole character, and nest as deep as any of the system', () => {
    expect(toldOf('{"name":"𠮷🎉〔1〕","list":[{"a":[1,null,true,"x"]}]}')).toEqual([]);
    expect(toldOf(`{"a":${'['.repeat(32)}${']'.repeat(32)}}`)).toEqual([]);
    expect(toldOf(`{"a":${'['.repeat(33)}${']'.repeat(33)}}`)).toEqual([`a${'.0'.repeat(32)} TooDeep`]);
  });

  it.each([
    ['the first half of a character', '{"marks":{"1.1.1":{"comment":"坏\\ud83d字"}}}', 'marks.1.1.1.comment'],
    ['the second half', '{"tags":["好","\\udc00"]}', 'tags.1'],
    ['half a character in a name', '{"a\\ud83d":1}', 'a\ufffd'],
  ])('is refused for %s, which no store keeps', (_, text, path) => {
    expect(toldOf(text)).toEqual([`${path} BrokenCharacter`]);
  });

  it('is refused for a field that objects pass over in silence', () => {
    expect(toldOf('{"marks":{"__proto__":{"score":"6"}}}')).toEqual(['marks.__proto__ UnknownField']);
  });
});
