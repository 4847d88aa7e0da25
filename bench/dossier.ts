import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { DossierLine } from '#domain/dossier/seal';
import { verify } from '#local/dossier/verify';
import { contradictions } from '#test/support/dossier-corruptions';
import { randomOf } from '#test/support/instances';
import { dossierLines, editionOf } from '#test/support/synthetic-dossier';

/**
 * A clean dossier of 33,000 applications is verified by the command that everybody runs, in a process of its own;
 * 1,000 random corruptions of a smaller one must each be found.
 *
 *   npx tsx bench/dossier.ts [applications] [corruptions]
 */
const applications = Number(process.argv[2] ?? 33_000);
const corruptions = Number(process.argv[3] ?? 1000);

async function clean(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'));
  const path = join(folder, 'public.ndjson.gz');
  const began = performance.now();
  await pipeline(Readable.from(editionOf('public', dossierLines(applications))), createGzip(), createWriteStream(path));
  const written = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${applications} applications, 5 sheets each: ${(statSync(path).size / 1e6).toFixed(1)} MB packed, written in ${written} s`,
  );
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'local/verify-dossier.ts', path], { encoding: 'utf8' });
  console.log(run.stdout.trim(), run.stderr.trim());
  rmSync(folder, { recursive: true });
  return run.status === 0;
}

/** A line made wrong and all hashes made anew, or a byte changed in the written file. */
function corrupted(lines: readonly DossierLine[], seed: number): { name: string; texts: Iterable<string> } {
  const random = randomOf(seed);
  if (seed % 5 === 0) {
    const bytes = Buffer.from([...editionOf('public', lines)].join(''));
    const place = Math.floor(random() * bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 7));
    return { name: 'a byte', texts: [bytes.toString('latin1')] };
  }
  for (;;) {
    const kind = contradictions[Math.floor(random() * contradictions.length)];
    const wrong = kind?.change(lines, random);
    if (kind && wrong) return { name: kind.name, texts: editionOf('public', wrong) };
  }
}

async function found(): Promise<boolean> {
  const lines = [...dossierLines(40)];
  const missed: string[] = [];
  const kinds = new Map<string, number>();
  const began = performance.now();
  for (let seed = 1; seed <= corruptions; seed += 1) {
    const { name, texts } = corrupted(lines, seed);
    kinds.set(name, (kinds.get(name) ?? 0) + 1);
    const encoding = name === 'a byte' ? 'latin1' : 'utf8';
    const report = await verify(Readable.from([Buffer.from([...texts].join(''), encoding)]));
    if (report.findings.length === 0) missed.push(`${name} (seed ${seed})`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${corruptions} corruptions of ${kinds.size} kinds, ${corruptions - missed.length} found, ${missed.length} missed, ${seconds} s`,
  );
  for (const miss of missed) console.log(`  missed: ${miss}`);
  return missed.length === 0;
}

console.log(`Node ${process.version}, ${cpus()[0]?.model ?? '?'} × ${cpus().length}`);
const results = [await clean(), await found()];
process.exitCode = results.every(Boolean) ? 0 : 1;
