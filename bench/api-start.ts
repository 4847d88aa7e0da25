import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * The API function's bundle and start beside two yardsticks in the same run: a bare handler with the same SDK
 * clients, and an empty Hono and zod app with them. `npx tsx bench/api-start.ts [runs]`
 */
const runs = Number(process.argv[2] ?? 25);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'api-start-'));

const clients = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
const clients = [new DynamoDBClient({}), new S3Client({}), new SFNClient({})];`;

const entries = {
  'bare handler + SDK clients': `${clients}
export const handler = async () => ({ statusCode: 200, body: String(clients.length) });`,
  'empty hono + zod + SDK clients': `${clients}
import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { z } from 'zod';
const input = z.object({ name: z.string() });
const app = new Hono().get('/', (c) => c.json(input.parse({ name: String(clients.length) })));
export const handler = handle(app);`,
  'our API function': `export { handler } from './functions/lambda/api.ts';`,
} as const;

const environment = {
  ...process.env,
  NODE_NO_WARNINGS: '1',
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  TABLE_NAME: 'table',
  FILES_BUCKET: 'files',
  ORIGIN_SECRET: 'bench',
  MACHINE_CYCLE: 'arn',
  MACHINE_APPLICATION: 'arn',
  MACHINE_PUBLICITY: 'arn',
  MACHINE_FOLLOW_UP: 'arn',
  MACHINE_JOB: 'arn',
};

/** As the deployment bundles: one ESM file, minified, the SDK inside. */
async function bundle(name: string, contents: string): Promise<string> {
  const outfile = join(folder, `${name.replace(/\W+/g, '-')}.mjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return outfile;
}

/** Milliseconds from the start of the import to a handler that can be called, in a process of its own. */
function startOf(outfile: string): number {
  const probe = join(folder, 'probe.mjs');
  writeFileSync(
    probe,
    `const from = performance.now();
const { handler } = await import(process.argv[2]);
if (typeof handler !== 'function') throw new Error('no handler');
console.log(performance.now() - from);
process.exit(0);`,
  );
  return Number(execFileSync(process.execPath, [probe, outfile], { env: environment, encoding: 'utf8' }));
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const built = await Promise.all(
  Object.entries(entries).map(async ([name, contents]) => ({
    name,
    outfile: await bundle(name, contents),
    times: [] as number[],
  })),
);
for (let run = 0; run < runs; run += 1) for (const each of built) each.times.push(startOf(each.outfile));

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
const packages = ['@aws-sdk/client-dynamodb', '@aws-sdk/client-s3', '@aws-sdk/client-sfn', 'hono', 'zod', 'esbuild'];
console.log(`node ${process.version}, ${packages.map((name) => `${name} ${versionOf(name)}`).join(', ')}`);
console.log(`${runs} starts each, in turn; median milliseconds of the import\n`);

const bare = median(built[0]?.times ?? []);
console.table(
  built.map(({ name, outfile, times }) => {
    const code = readFileSync(outfile);
    return {
      name,
      'KB minified': Math.round(code.length / 1024),
      'KB gzip': Math.round(gzipSync(code).length / 1024),
      'start ms': Math.round(median(times)),
      'ratio to bare': (median(times) / bare).toFixed(2),
    };
  }),
);
rmSync(folder, { recursive: true });
