import type { Value } from './table-types.ts';

/** As it is compared: width, case and spaces around make no difference. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const number = String.raw`-?\d+(?:\.\d+)?`;
const above = new RegExp(`^(>=?|<=?)\\s*(${number})$`);
const between = new RegExp(`^(${number})?\\.\\.(${number})?$`);

type Test = (value: Value, foldedText: string) => boolean;

const numeric =
  (holds: (value: number) => boolean): Test =>
  (value) =>
    typeof value === 'number' && holds(value);

function comparison(text: string): Test | undefined {
  const [, sign, limit] = above.exec(text) ?? [];
  const than = Number(limit);
  if (sign === '>') return numeric((value) => value > than);
  if (sign === '>=') return numeric((value) => value >= than);
  if (sign === '<') return numeric((value) => value < than);
  if (sign === '<=') return numeric((value) => value <= than);
  const range = between.exec(text);
  if (!range || text === '..') return undefined;
  const [, from = '-Infinity', to = 'Infinity'] = range;
  return numeric((value) => value >= Number(from) && value <= Number(to));
}

/** What a filter's text asks of a value; undefined where it asks nothing. */
export function filterTest(text: string): Test | undefined {
  const asked = folded(text);
  if (asked === '') return undefined;
  if (asked.startsWith('=')) {
    const wanted = folded(asked.slice(1));
    return (_, foldedText) => foldedText === wanted;
  }
  const compared = comparison(asked);
  if (compared) return compared;
  const words = asked.split(/\s+/);
  return (_, foldedText) => words.every((word) => foldedText.includes(word));
}
