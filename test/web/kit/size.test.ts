import { expect, it } from 'vitest';
import { sizeText } from '#web/kit/size.ts';

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [820 * 1024, '820 KB'],
  [30 * 2 ** 20, '30 MB'],
  [3.44 * 2 ** 20, '3.4 MB'],
  [200 * 2 ** 20, '200 MB'],
])('tells %i bytes as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
