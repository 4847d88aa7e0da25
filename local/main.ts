import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { openBox } from './box.ts';
import { builtConsole } from './console/build.ts';
import { ForeignFolder } from './data-folder.ts';
import { demoPeople } from './demo-people.ts';
import { PortInUse } from './gateway/server.ts';
import { demoPassword } from './identity/provider.ts';
import { FolderInUse } from './lock.ts';
import { type BoxOptions, OptionError, parseOptions, usage } from './options.ts';

const expected = [OptionError, FolderInUse, ForeignFolder, PortInUse];

/** Emptying a folder cannot be undone, so it is asked first where there is something in it. */
async function mayBegin({ fresh, yes, dataDir }: BoxOptions): Promise<boolean> {
  if (!fresh || yes || !existsSync(join(dataDir, '.xuechuang'))) return true;
  if (!process.stdin.isTTY) {
    throw new OptionError(
      `${dataDir} 中已有数据；--fresh 将全部清空。确认请加 --yes。 ` +
        'There is data in this folder and --fresh would erase it; add --yes to confirm.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `将清空 ${dataDir} 中的全部数据，且不能撤回。确认? Erase all data in there? [y/N] `,
  );
  terminal.close();
  return /^(y|yes|是)$/i.test(answer.trim());
}

const welcome = (url: string, dataDir: string): string =>
  [
    `学创已启动 Xuechuang is running: ${url}`,
    `工作台 desks: ${url}/console/`,
    `接口文档 API:  ${url}/api/docs   (OpenAPI: ${url}/api/openapi.json)`,
    `数据目录 data: ${dataDir}`,
    '',
    `演示账号 demo sign-ins (密码 password: ${demoPassword})`,
    ...demoPeople.map(({ username, displayName, roleHint }) => `  ${username.padEnd(12)} ${displayName}\t${roleHint}`),
    '',
    'Ctrl-C 结束 / to stop',
  ].join('\n');

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  if (!(await mayBegin(options))) return console.log('未作任何更改。 Nothing was changed.');
  const box = await openBox({ ...options, console: await builtConsole(console.log) });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    console.log('\n正在结束… stopping…');
    await box.close();
    process.exit(0);
  };
  // Whoever read what is printed may be gone before the box is: that is no reason to end badly.
  process.stdout.on('error', () => undefined);
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  console.log(welcome(box.url, options.dataDir));
}

main().catch((error: unknown) => {
  const known = expected.some((kind) => error instanceof kind);
  console.error(known && error instanceof Error ? error.message : error);
  process.exit(1);
});
