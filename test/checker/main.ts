import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { season } from '#examples/xicheng-2011/index';
import { apiOf } from './api.ts';
import { dayOf, daysBetween } from './calendar.ts';
import { check } from './check.ts';
import { expectedOf } from './expected.ts';
import { readSeason } from './fetch.ts';
import type { SeasonRecord } from './record.ts';
import { drawn, tableOf } from './table.ts';

const usage = `npm run check-season -- [--port 8787 | --url http://127.0.0.1:8787] [--seed 1] [--save FILE | --from FILE]
Recomputes a season from the example's data and compares it with what the system says of it. Exit code 1: they differ.
  --port      of the system on this machine, where the season was played to its end
  --url       the same, wherever it is
  --seed      the season's seed
  --save      keeps what was read
  --from      checks what was kept, without the system
  --username, --password   whom to read as; by default the demo supervisor`;

const optionsOf = () =>
  parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      url: { type: 'string' },
      seed: { type: 'string', default: '1' },
      save: { type: 'string' },
      from: { type: 'string' },
      username: { type: 'string', default: 'supervisor' },
      password: { type: 'string', default: 'xuechuang-demo' },
      help: { type: 'boolean', default: false },
    },
  }).values;

function readOptions(): ReturnType<typeof optionsOf> | undefined {
  try {
    return optionsOf();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return undefined;
  }
}

async function main(): Promise<number> {
  const values = readOptions();
  if (!values) return 2;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const plan = season(values.seed);
  const record =
    values.from === undefined
      ? await readSeason(await apiOf(values.url ?? `http://127.0.0.1:${values.port}`, values), plan)
      : (JSON.parse(await readFile(values.from, 'utf8')) as SeasonRecord);
  const moved = daysBetween(dayOf(plan.cycle.windows.opensAt), dayOf(record.cycle.windows['opensAt'] ?? ''));
  if (moved !== 0) {
    console.error(`The season was moved by ${moved} days. Only one on its own days of 2026 can be checked.`);
    return 2;
  }
  if (values.save !== undefined) await writeFile(values.save, JSON.stringify(record));
  console.log(`${drawn(tableOf(plan, expectedOf(record, plan)))}\n`);
  const problems = check(record, plan);
  for (const { rule, subject, detail } of problems) console.log(`✗ ${rule}: ${subject}: ${detail}`);
  console.log(problems.length === 0 ? '✓ no difference' : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await main();
