import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { commitmentTo, type DossierLine, openSeal, publicPart } from '#domain/dossier/seal';
import { type Report, verify } from '#local/dossier/verify';
import { contradictions } from '../../support/dossier-corruptions.ts';
import { randomOf } from '../../support/instances.ts';
import { dossierLines, editionOf } from '../../support/synthetic-dossier.ts';

const lines = [...dossierLines(24)];

const verified = (texts: Iterable<string>, root?: string): Promise<Report> =>
  verify(Readable.from([Buffer.from([...texts].join(''))]), root);

const resealed = (of: readonly DossierLine[], edition: 'public' | 'full' = 'public') =>
  verified(editionOf(edition, of));

describe('the verifier of dossiers', () => {
  it.each(['public', 'full'] as const)('finds nothing in a sound %s edition', async (edition) => {
    const report = await resealed(lines, edition);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ edition, counts: { application: 24, sheet: 120, result: 24 }, more: 0 });
  });

  it('reads whatever the bytes are cut into', async () => {
    const bytes = Buffer.from([...editionOf('public', lines)].join(''));
    const cuts = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, at) =>
      bytes.subarray(at * 777, (at + 1) * 777),
    );
    expect((await verify(Readable.from(cuts))).findings).toEqual([]);
  });

  it.each(contradictions)('finds $name although every hash was made anew, and tells the line', async ({ change }) => {
    const wrong = change(lines, randomOf(7));
    expect(wrong).toBeDefined();
    const { findings } = await resealed(wrong ?? []);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ line, detail }) => line >= 0 && detail.length > 0)).toBe(true);
  });

  it('finds a single changed byte wherever it is, at its line', async () => {
    const bytes = Buffer.from([...editionOf('public', lines)].join(''));
    const random = randomOf(11);
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const place = Math.floor(random() * bytes.length);
      const wrong = Buffer.from(bytes);
      wrong[place] = (wrong[place] ?? 0) ^ 1;
      const line = bytes.subarray(0, place).toString('latin1').split('\n').length;
      const { findings } = await verify(Readable.from([wrong]));
      expect(findings.some((finding) => finding.line >= line && finding.line <= line + 1)).toBe(true);
    }
  });

  it('finds a file that was cut off, that has no end, and one that was made anew', async () => {
    const texts = [...editionOf('public', lines)];
    const { root } = await verified(texts);
    expect((await verified(texts.slice(0, -1))).findings).toMatchObject([{ rule: 'order' }]);
    expect((await verified(texts, root)).findings).toEqual([]);
    const other = await verified(editionOf('public', [...dossierLines(24, 2)]), root);
    expect(other.findings).toMatchObject([{ rule: 'root' }]);
    expect((await verified([])).findings).toMatchObject([{ rule: 'order' }]);
    expect((await verify(Readable.from([gzipSync('x')]))).findings.length).toBeGreaterThan(0);
  });

  it('finds a commitment of the full edition that does not open', async () => {
    const at = lines.findIndex(({ kind }) => kind === 'sheet');
    const line = lines[at] as DossierLine;
    const hidden = { ...line.private, reviewerId: 'reviewer-other' };
    const { findings } = await resealed(lines.with(at, { ...line, private: hidden }), 'full');
    expect(findings).toMatchObject([{ line: at + 1, rule: 'commitment' }]);
  });

  const changedIn = (kind: string, change: (line: DossierLine) => DossierLine): DossierLine[] => {
    const at = lines.findIndex((line) => line.kind === kind);
    return lines.with(at, change(lines[at] as DossierLine));
  };
  const hidden = (kind: string, given: object) =>
    changedIn(kind, (line) => ({ ...line, private: { ...line.private, ...given } }));
  const twice = (): DossierLine[] => {
    const [first, second] = lines.filter(({ kind }) => kind === 'sheet') as [DossierLine, DossierLine];
    const { reviewerId } = first.private as { reviewerId: string };
    const { assignmentId } = second.private as { assignmentId: string };
    const reviewer = commitmentTo('ab'.repeat(32))(assignmentId, reviewerId);
    return lines.with(lines.indexOf(second), { ...second, reviewer, private: { assignmentId, reviewerId } });
  };

  it.each([
    ['without its salt', lines.filter(({ kind }) => kind !== 'salt'), 'edition'],
    ['with another applicationId', hidden('application', { applicationId: 'application-000000' }), 'commitment'],
    ['with an area that is not on the path', hidden('application', { areaId: 'mars' }), 'private'],
    ['with other vetoes in private', hidden('application', { vetoes: [{ ground: 'fabrication' }] }), 'private'],
    ['with one reviewer on two seats', twice(), 'sheets'],
    ['without the heads themselves', changedIn('heads', ({ private: _, ...line }) => line), 'audit'],
    ['without the draw of its files', lines.filter(({ kind }) => kind !== 'draw'), 'draw'],
    ['with other counts of the draw', changedIn('draw', (line) => ({ ...line, pairs: 1 })), 'draw'],
  ])('finds a full edition %s', async (_, wrong, rule) => {
    const { findings } = await resealed(wrong, 'full');
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  });

  it('finds in a public edition what only the full one may tell', async () => {
    const published = lines.flatMap((line) => publicPart(line) ?? []);
    const at = published.findIndex(({ kind }) => kind === 'sheet');
    const wrong = published.with(at, { ...(published[at] as DossierLine), private: { reviewerName: '张三' } });
    const seal = openSeal();
    const texts = wrong.map((line) => seal.line(line));
    const { findings } = await verified([...texts, seal.line({ kind: 'end', counts: seal.counts() })]);
    expect(findings).toMatchObject([{ line: at + 1, rule: 'edition' }]);
  });
});
