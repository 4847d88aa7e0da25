import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shanghaiEnd } from '#web/kit/time.tsx';

const desks = join(import.meta.dirname, '../../../web/desks');
const pages = () =>
  readdirSync(desks, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => ({ path, text: readFileSync(join(desks, path), 'utf8') }));

it('tells a deadline at the end of a day as that day’s 24:00, never as 00:00 of the next', () => {
  expect(shanghaiEnd('2026-04-01T00:00:00+08:00')).toBe('2026-03-31 24:00');
  expect(shanghaiEnd('2026-03-31T16:00:00Z')).toBe('2026-03-31 24:00');
  expect(shanghaiEnd('2026-03-31T17:30:00+08:00')).toBe('2026-03-31 17:30');
});

it('and so does every page: an instant that is a deadline is never shown by `When`', () => {
  const strays = pages().flatMap(({ path, text }) =>
    [...text.matchAll(/<When at=\{[^}]*(?:dueAt|dueBy|endsAt|closesAt|[a-z]+By)\}/g)].map(([tag]) => `${path}: ${tag}`),
  );
  expect(strays).toEqual([]);
});
