import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * No binary float may enter the way from a mark to a rank (domain.md §4). Every file on that way is named here; whatever
 * could make a float is refused in them, but for the lines that are allowed by their very text and reason.
 */
const root = join(import.meta.dirname, '..');

const results = 'functions/services/results';
const path = [
  ...['exact', 'marks', 'sheets', 'valid-sheets', 'standards', 'leaf-marks', 'composite', 'scored', 'ranking'],
  ...[
    'quotas',
    'results',
    'result-steps',
    'selections',
    'substitution',
    'what-if',
    'result-comparison',
    'result-check',
  ],
].map((name) => `functions/domain/${name}.ts`);
const files = [...path, ...readdirSync(join(root, results)).map((name) => `${results}/${name}`)];

/** What makes a float, or a number whose size is not known, out of something that was exact. */
const floating = [
  ['division', /(?<![<*/])\/(?![/*>])/],
  ['rounding', /Math\.(?:round|floor|ceil|trunc|fround|pow|sqrt|log)/],
  ['reading', /\b(?:parseFloat|parseInt)\b|\bNumber\(|(?:\breturn|[=(,?:&|])\s*\+[a-zA-Z(]/],
  ['writing', /\.to(?:Fixed|Precision|Exponential)\(/],
  ['literal', /(?<![\w.§])\d+\.\d+|\b\d+e-?\d+\b/],
] as const;

/** Lines on which one of these is exact, by their text. */
const allowed: Readonly<Record<string, string>> = {
  'return { n: (sign * n) / divisor, d: (sign * d) / divisor };': 'whole numbers of any size, by a divisor of both',
  'const rounded = (2n * scaled + value.d) / (2n * value.d);': 'whole numbers of any size: the one rounding there is',
  "const size = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));":
    'digits alone; held below the full marks at once',
  'export const rationalToMark = (points: Rational): Hundredths => Number(roundHalfUp(points, 2));':
    'a whole number of hundredths, at most the full marks',
  "'never-named': { applies: () => true, order: (a, b) => Number(a.namedBefore) - Number(b.namedBefore) },":
    'a boolean',
};

/** Without comments, texts and patterns, line by line; in a template only what is computed stays. */
function codeOf(text: string): string[] {
  const bare = text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/\/\/.*$/gm, '')
    .replace(/(?<=[(=,]\s*)\/(?![/*])(?:\\.|\[[^\]]*\]|[^/\\\n])+\/[a-z]*/g, 'pattern');
  return bare.split('\n').map((line) => line.trim());
}

const withoutTexts = (line: string): string =>
  line
    .replace(/'(?:\\.|[^'\\])*'/g, "''")
    .replace(/`(?:\\.|[^`\\])*`/g, (template) =>
      [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => inside).join(' '),
    );

const floatsIn = (text: string): string[] =>
  codeOf(text).flatMap((line) => {
    if (Object.hasOwn(allowed, line)) return [];
    return floating.filter(([, pattern]) => pattern.test(withoutTexts(line))).map(([what]) => `${what}: ${line}`);
  });

describe('the way from a mark to a rank', () => {
  it.each(files)('has no float in %s', (file) => {
    expect(floatsIn(readFileSync(join(root, file), 'utf8'))).toEqual([]);
  });

  it('needs every line that is allowed', () => {
    const lines = new Set(files.flatMap((file) => codeOf(readFileSync(join(root, file), 'utf8'))));
    expect(Object.keys(allowed).filter((line) => !lines.has(line))).toEqual([]);
  });

  it.each([
    ['const mean = total / count;', 'division'],
    ['const mean = (a + b) /\n  2;', 'division'],
    ['total /= 2;', 'division'],
    [['const shown = `$', '{total / count}`;'].join(''), 'division'],
    ['return Math.round(total);', 'rounding'],
    ['return parseFloat(text);', 'reading'],
    ['return Number(text);', 'reading'],
    ['return +text;', 'reading'],
    ['return total.toFixed(2);', 'writing'],
    ['return total * 0.6;', 'literal'],
    ['return total * 1e-2;', 'literal'],
  ])('would be found out with %j', (code, what) => {
    expect(floatsIn(code).map((found) => found.split(':')[0])).toContain(what);
  });

  it('reads comments, texts and patterns for what they are', () => {
    const harmless = "// a / b\n/* 0.5 */\nconst name = 'a/b 0.5';\nconst read = /^a\\/b$/.exec(`b/x`);";
    expect(floatsIn(harmless)).toEqual([]);
  });
});
