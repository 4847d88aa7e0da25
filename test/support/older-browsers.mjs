// Fetches the Chromiums that the console must work in, and must be polite to: `node test/support/older-browsers.mjs`.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const packages = { 102: '@sparticuz/chrome-aws-lambda@14.1.1', 92: 'chrome-aws-lambda@10.1.0' };
const folder = join(import.meta.dirname, '../../.artifacts/browsers');
mkdirSync(folder, { recursive: true });

for (const [version, name] of Object.entries(packages)) {
  const path = join(folder, `chromium-${version}`);
  if (existsSync(path)) continue;
  const place = mkdtempSync(join(tmpdir(), 'chromium-'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', place, name], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [archive] = readdirSync(place);
  execFileSync('tar', ['xzf', join(place, archive), '-C', place, 'package/bin/chromium.br']);
  writeFileSync(path, brotliDecompressSync(readFileSync(join(place, 'package/bin/chromium.br'))));
  chmodSync(path, 0o755);
  rmSync(place, { recursive: true });
  console.log(`${name}: ${path}`);
}
