import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

/** The most elements that AWS's $range and $partition make. */
const longestRange = 1_000;

const hashes: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** The functions that Step Functions adds to JSONata. */
export const addedFunctions = ['partition', 'range', 'hash', 'random', 'uuid', 'parse'] as const;

/** Adds what Step Functions adds, takes away what it removes, and puts `$now` and `$millis` on the box's clock. */
export function registerFunctions(expression: jsonata.Expression, now: () => number): void {
  expression.registerFunction('partition', partition, '<an:a>');
  expression.registerFunction('range', range, '<nnn:a>');
  expression.registerFunction('hash', hash, '<ss:s>');
  expression.registerFunction('random', random);
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('parse', (text: string): unknown => JSON.parse(text), '<s:x>');
  expression.registerFunction('millis', now, '<:n>');
  expression.registerFunction(
    'now',
    (picture?: string, timezone?: string) => format(now(), picture, timezone),
    '<s?s?:s>',
  );
  expression.assign('eval', undefined);
}

const formatter = jsonata('$fromMillis(millis, picture, timezone)');
const format = (millis: number, picture?: string, timezone?: string): Promise<string> =>
  formatter.evaluate({ millis, picture, timezone });

function partition(array: readonly unknown[], size: number): unknown[][] {
  if (!(Number.isInteger(size) && size > 0)) throw new Error('$partition takes a positive whole number as its size');
  if (array.length / size > longestRange) throw new Error(`$partition makes at most ${longestRange} chunks`);
  return Array.from({ length: Math.ceil(array.length / size) }, (_, index) =>
    array.slice(index * size, (index + 1) * size),
  );
}

/** Both ends included. */
function range(first: number, last: number, step: number): number[] {
  if (step === 0) throw new Error('$range takes no step of 0');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > longestRange) throw new Error(`$range makes at most ${longestRange} elements`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(data: string, algorithm: string): string {
  const name = hashes[algorithm];
  if (!name) throw new Error(`$hash knows ${Object.keys(hashes).join(', ')}`);
  return createHash(name).update(data, 'utf8').digest('hex');
}

/** In [0, 1); with a seed, the same number each time (mulberry32). */
function random(seed?: number): number {
  if (seed === undefined) return Math.random();
  let mixed = Math.imul(seed ^ 0x6d2b79f5, 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
