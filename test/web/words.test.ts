import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '../../web');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'dist' || entry.name === 'public') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');

const components = filesIn(web).filter(
  (path) =>
    /\.tsx?$/.test(path) && !relative(web, path).startsWith('messages/') && path !== join(web, 'api/problem.ts'),
);
/** An English text may name a Chinese term or give one as an example; it is Chinese where more of it is. */
const isChinese = (text: string): boolean =>
  [...text.matchAll(/[\u3400-\u9fff]/g)].length > [...text.matchAll(/[a-z]/gi)].length;

/** Column names that a pasted table may have are data of a parser, not words of a page. */
const parsers = ['desks/office/register/rows.ts', 'desks/office/reference/holiday-notice.ts'];

const catalogue = filesIn(join(web, 'messages'));

describe('the words of the console', () => {
  it('stand in the catalogue: no Chinese in a component', () => {
    const strays = components.flatMap((path) =>
      withoutComments(readFileSync(path, 'utf8'))
        .split('\n')
        .filter((line) => /[\u3400-\u9fff\uff00-\uffef]/.test(line) && !parsers.includes(relative(web, path)))
        .map((line) => `${relative(web, path)}: ${line.trim()}`),
    );
    expect(strays).toEqual([]);
  });

  it('stand in the catalogue: no English between two tags', () => {
    const strays = components
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) =>
        [...withoutComments(readFileSync(path, 'utf8')).matchAll(/>\s*([A-Z][a-z]+(?: [a-zA-Z]+)+)\s*<\//g)].map(
          ([, text]) => `${relative(web, path)}: ${text}`,
        ),
      );
    expect(strays).toEqual([]);
  });

  it('stand in brackets of their language, which the catalogue puts around them', () => {
    const strays = components.flatMap((path) =>
      [...withoutComments(readFileSync(path, 'utf8')).matchAll(/\(\{tell\(.*\)\}\)/g)].map(
        ([text]) => `${relative(web, path)}: ${text}`,
      ),
    );
    expect(strays).toEqual([]);
  });

  it('are Chinese on the left and English on the right', () => {
    const strays = catalogue.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/say\(\s*'([^'\n]*)',\s*'([^'\n]*)'/g)]
        // The button that changes the language is told in the language that it leads to; numbers are read alike.
        .filter(([, zh, en]) => zh !== 'English' && zh !== en)
        .filter(([, zh = '', en = '']) => isChinese(en) || (/[a-z]{4}/i.test(zh) && !/[\u3400-\u9fff]/.test(zh)))
        .map(([pair]) => `${relative(web, path)}: ${pair}`),
    );
    expect(strays).toEqual([]);
  });

  it('have one kind of quotation marks in Chinese', () => {
    const strays = catalogue.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => /[\u3400-\u9fff]“|”[\u3400-\u9fff]/.test(line))
        .map((line) => `${relative(web, path)}: ${line.trim()}`),
    );
    expect(strays).toEqual([]);
  });

  it('tell one figure of another with the same slash everywhere', () => {
    const strays = catalogue.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\}／\$\{/g)].map(([text]) => `${relative(web, path)}: ${text}`),
    );
    expect(strays).toEqual([]);
  });

  it('have full-width punctuation between Chinese characters', () => {
    const strays = catalogue.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\/\*|\*|\/\/)/.test(line))
        .filter((line) => /[\u3400-\u9fff][,;:!?][\u3400-\u9fff\s]/.test(line.replaceAll(/\?\s|: /g, '')))
        .map((line) => `${relative(web, path)}: ${line.trim()}`),
    );
    expect(strays).toEqual([]);
  });
});
