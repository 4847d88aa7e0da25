import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'node_modules', name, 'package.json'), 'utf8')).version;

/** What figures depend on, for the head of a table. */
export const machine = (): string =>
  `Node ${process.version}, highs ${versionOf('highs')}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`;

/** The value at or below which this share of the figures lies. */
export const quantile = (figures: readonly number[], share: number): number =>
  figures.toSorted((a, b) => a - b)[Math.ceil(share * figures.length) - 1] ?? Number.NaN;
