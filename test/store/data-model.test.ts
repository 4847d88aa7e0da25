import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as entities from '#store/entities';
import { keys, lists, pending } from '#store/keys';
import { indexNames } from '#store/schema';
import type { Entity } from '#store/table';
import { placesOf } from '../support/patterns.ts';

const text = readFileSync(new URL('../../docs/data-model.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, cell by cell. */
const rowsUnder = (heading: string): string[][] => {
  const section = text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
};

/** Every `<of>.<name>` in backticks, in the whole document. */
const named = (of: string): string[] => [
  ...new Set([...text.matchAll(new RegExp(`\`${of}\\.(\\w+)`, 'g'))].map(([, name]) => name ?? '')),
];

const kinds = Object.values(entities).filter((entity) => typeof entity !== 'function') as Entity<unknown>[];

describe('docs/data-model.md', () => {
  it('tells of every entity where it lies, and of nothing else', () => {
    const written = rowsUnder('Entities').map((cells) => cells.slice(0, 4).join(' | '));
    const actual = kinds.map((entity) => [`\`${entity.name}\``, ...placesOf(entity)].join(' | '));
    expect(written.toSorted()).toEqual(actual.toSorted());
  });

  it('says of every entity what it is for', () => {
    expect(rowsUnder('Entities').filter((cells) => (cells[4] ?? '') === '')).toEqual([]);
  });

  it('names every key builder and every partition of an index, and no other', () => {
    expect(named('keys').toSorted()).toEqual(Object.keys(keys).toSorted());
    expect(named('lists').toSorted()).toEqual(Object.keys(lists).toSorted());
    expect(named('pending').toSorted()).toEqual(Object.keys(pending).toSorted());
  });

  it('tells the indexes that the table has', () => {
    expect(rowsUnder('The table').map(([name]) => name)).toEqual(['table', ...indexNames].map((name) => `\`${name}\``));
  });
});
