import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** Node, the example's data, the sign-in, the verifier's exact fractions, and what lies here; tests have their tools. */
function isOwn(name: string, what: string): boolean {
  if (what.startsWith('.')) return join(folder, dirname(name), what).startsWith(`${folder}/`);
  if (name.endsWith('.test.ts') && ['vitest', 'fast-check'].includes(what)) return true;
  return /^(node:.*|#examples\/xicheng-2011\/index|#examples\/sign-in|#local\/dossier\/fraction)$/.test(what);
}

const importsOf = (name: string): string[] =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    ([, what]) => what ?? '',
  );

it('shares no code with what it checks', () => {
  const foreign = files.flatMap((name) =>
    importsOf(name)
      .filter((what) => !isOwn(name, what))
      .map((what) => `${name} imports ${what}`),
  );
  expect(foreign).toEqual([]);
  expect(files.flatMap(importsOf)).toContain('#examples/xicheng-2011/index');
});
