import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The floors of the house: an import may only point down, or stay in its room. `docs/architecture.md` draws them.
 * Rooms of `functions/` are named without their prefix.
 */
const below: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  documents: ['domain'],
  store: ['domain'],
  services: ['domain', 'store', 'documents'],
  api: ['domain', 'store', 'services', 'documents'],
  portal: ['domain', 'store', 'services', 'documents'],
  tasks: ['domain', 'store', 'services', 'documents'],
  relay: ['domain', 'store', 'services'],
  lambda: ['domain', 'store', 'services', 'api', 'portal', 'tasks', 'relay'],
  workflows: [],
  local: ['domain', 'store', 'services', 'api', 'tasks', 'relay', 'lambda', 'workflows'],
  infra: ['store', 'services', 'lambda', 'workflows', 'tasks'],
  examples: [],
  /** Values from `domain`; from `api` types only, see below. */
  web: ['domain'],
  bench: ['domain', 'store', 'services', 'api', 'tasks', 'lambda', 'local', 'workflows', 'examples', 'test'],
};

/** A script may start the box and play against it, but the season's data and player share nothing with the house. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  'examples/season.ts': ['local'],
  'local/console/app.ts': ['web'],
  'infra/console.ts': ['web'],
};

/** Packages that only one floor may touch. */
const confined = [
  {
    package: /^@aws-sdk\//,
    rooms: ['store', 'lambda', 'relay', 'local', 'infra', 'bench'],
    why: 'the AWS SDK stays in the store and at the edges',
  },
  { package: /^hono/, rooms: ['api', 'portal', 'lambda', 'local', 'bench'], why: 'hono stays at the edge' },
  {
    package: /^node:(fs|http|https|net|child_process)/,
    rooms: ['local', 'infra', 'examples', 'bench'],
    why: 'no I/O in functions/',
  },
];

const root = join(import.meta.dirname, '..');
const filesOf = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' || name === 'dist' ? [] : filesOf(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

const roomOf = (path: string): string => {
  const parts = relative(root, path).split('/');
  return (parts[0] === 'functions' ? parts[1] : parts[0]) ?? '';
};

const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, what]) => what ?? '');

/** What is imported beside types. */
const valuesOf = (path: string): string[] => {
  const withoutTypes = readFileSync(path, 'utf8').replaceAll(/import type [^;]+;/g, '');
  return [...withoutTypes.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, what]) => what ?? '');
};

const targetOf = (path: string, what: string): string | undefined => {
  if (what.startsWith('#')) return what.slice(1).split('/')[0];
  return what.startsWith('.') ? roomOf(join(path, '..', what)) : undefined;
};

const sources = ['functions', 'workflows', 'local', 'infra', 'examples', 'bench', 'web']
  .map((folder) => join(root, folder))
  .filter((folder) => statSync(folder, { throwIfNoEntry: false }))
  .flatMap(filesOf);

describe('the floors of the house', () => {
  it('knows every room', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !(room in below))).toEqual([]);
  });

  it('lets imports only point down', () => {
    const climbs = sources.flatMap((path) => {
      const room = roomOf(path);
      const allowed = [room, ...(below[room] ?? []), ...(exceptions[relative(root, path)] ?? [])];
      // The console knows the API by its types alone: nothing of the server comes into the browser.
      const imports = room === 'web' ? valuesOf(path) : importsOf(path);
      return imports
        .map((what) => ({ what, target: targetOf(path, what) }))
        .filter(({ target }) => target !== undefined && !allowed.includes(target))
        .map(({ what }) => `${relative(root, path)} imports ${what}`);
    });
    expect(climbs).toEqual([]);
  });

  it('keeps each package on its floor', () => {
    const strays = sources.flatMap((path) =>
      importsOf(path).flatMap((what) =>
        confined
          .filter((rule) => rule.package.test(what) && !rule.rooms.includes(roomOf(path)))
          .map((rule) => `${relative(root, path)} imports ${what}: ${rule.why}`),
      ),
    );
    expect(strays).toEqual([]);
  });

  it('climbs no more than one level by a relative import', () => {
    const climbs = sources.flatMap((path) =>
      importsOf(path)
        .filter((what) => what.startsWith('../../'))
        .map((what) => `${relative(root, path)} imports ${what}`),
    );
    expect(climbs).toEqual([]);
  });

  it('lets nothing of the analysis into the result: only its own verbs, route, job and bench import it', () => {
    const own = /(^|\/)analysis(\/|\.ts$)|^functions\/services\/jobs\/kinds\.ts$/;
    const leaks = sources
      .map((path) => relative(root, path))
      .filter((path) => !own.test(path))
      .flatMap((path) =>
        importsOf(join(root, path))
          .filter((what) => /(^|\/)analysis\//.test(what))
          .map((what) => `${path} imports ${what}`),
      );
    expect(leaks).toEqual([]);
  });

  it('lets the console know the API by its routes, and nothing below them', () => {
    const strays = sources
      .filter((path) => roomOf(path) === 'web')
      .flatMap((path) =>
        importsOf(path)
          .map((what) => ({ what, target: targetOf(path, what) }))
          .filter(({ target }) => target !== undefined && !['web', 'domain', 'api'].includes(target))
          .map(({ what }) => `${relative(root, path)} imports ${what}`),
      );
    expect(strays).toEqual([]);
  });

  it('keeps clock, chance and environment out of the domain', () => {
    const ambient = sources
      .filter((path) => roomOf(path) === 'domain')
      .filter((path) =>
        /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|randomUUID/.test(readFileSync(path, 'utf8')),
      )
      .map((path) => relative(root, path));
    expect(ambient).toEqual([]);
  });
});
