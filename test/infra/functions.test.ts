import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { functionsOf, type Resource, statementsOf, synthesized, textOf } from './synthesized.ts';

const { system, directory } = synthesized({ bundles: true });
afterAll(() => rm(directory, { recursive: true }));

const functions = Object.values(functionsOf(system));
const named = (name: string): Resource | undefined =>
  Object.entries(functionsOf(system)).find(([id]) => id.startsWith(name))?.[1];

const variablesOf = ({ Properties }: Resource): Record<string, unknown> =>
  (Properties['Environment'] as { Variables: Record<string, unknown> }).Variables;

const bundleOf = ({ Properties }: Resource): string => {
  const { S3Key } = Properties['Code'] as { S3Key: string };
  return join(directory, `asset.${S3Key.replace(/\.zip$/, '')}`, 'index.mjs');
};

it('runs every function on arm64 and nodejs24.x', () => {
  expect(functions).toHaveLength(6);
  for (const { Properties } of functions) {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
  }
});

it('tells every function its table, bucket and machines', () => {
  for (const each of functions) {
    const { TABLE_NAME, FILES_BUCKET, ...others } = variablesOf(each);
    expect(textOf(TABLE_NAME)).toMatch(/^<Table/);
    expect(textOf(FILES_BUCKET)).toMatch(/^<Files/);
    const machines = Object.entries(others).filter(([name]) => name.startsWith('MACHINE_'));
    expect(
      Object.fromEntries(machines.map(([name, arn]) => [name, textOf(arn).split(':').slice(-2).join(':')])),
    ).toEqual({
      MACHINE_CYCLE: 'stateMachine:xuechuang-cycle',
      MACHINE_APPLICATION: 'stateMachine:xuechuang-application',
      MACHINE_PUBLICITY: 'stateMachine:xuechuang-publicity',
      MACHINE_FOLLOW_UP: 'stateMachine:xuechuang-follow-up',
      MACHINE_JOB: 'stateMachine:xuechuang-job',
    });
  }
});

it('gives heavy tasks the bundle of the others, more memory and the longest time', () => {
  const [tasks, heavy] = [named('Tasks'), named('HeavyTasks')];
  expect(heavy?.Properties['Code']).toEqual(tasks?.Properties['Code']);
  expect(heavy?.Properties).toMatchObject({ MemorySize: 3008, Timeout: 900 });
});

it('tells the secret of the origin by reference, and only to the api', () => {
  const knowing = functions.filter((each) => 'ORIGIN_SECRET' in variablesOf(each));
  expect(knowing).toEqual([named('Api')]);
  const secret = textOf(knowing.map(variablesOf)[0]?.['ORIGIN_SECRET']);
  expect(secret).toMatch(/^\{\{resolve:secretsmanager:<OriginSecret\w+>:SecretString:::\}\}$/);
});

it('builds bundles that load by themselves and export a handler', async () => {
  const bundles = [...new Set(functions.map(bundleOf))];
  expect(bundles).toHaveLength(5);
  const variables = {
    ...Object.fromEntries(functions.flatMap((each) => Object.keys(variablesOf(each))).map((name) => [name, 'any'])),
    NODE_OPTIONS: '--no-warnings',
    AWS_REGION: 'cn-north-1',
  };
  for (const bundle of bundles) {
    // From a folder without node_modules: nothing may be missing in it.
    const script = `const { handler } = await import('${pathToFileURL(bundle)}'); process.stdout.write(typeof handler);`;
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: directory,
      env: variables,
    });
    expect((await run).stdout).toBe('function');
  }
});

const actionsOn = (name: string, resource: RegExp): string[] =>
  statementsOf(system, new RegExp(`^${name}Role`))
    .filter(({ resources }) => resources.some((each) => resource.test(each)))
    .flatMap(({ actions }) => actions)
    .sort();

it('gives the table to all, without a scan and without its administration', () => {
  const verbs = [
    'BatchGetItem',
    'BatchWriteItem',
    'ConditionCheckItem',
    'DeleteItem',
    'GetItem',
    'PutItem',
    'Query',
    'UpdateItem',
  ].map((action) => `dynamodb:${action}`);
  for (const name of ['Api', 'Tasks', 'HeavyTasks', 'Relay', 'Mail', 'Schedule']) {
    expect(actionsOn(name, /^<Table\w+\.Arn>$/)).toEqual(verbs);
    expect(actionsOn(name, /^<Table\w+\.Arn>\/index\/(lists|pending)$/)).toEqual(['dynamodb:Query']);
  }
});

it('lets only the relay and the schedule start workflows, answer them and end one', () => {
  const both = ['states:SendTaskSuccess', 'states:StartExecution', 'states:StopExecution'];
  const rights = ['Api', 'Tasks', 'HeavyTasks', 'Relay', 'Mail', 'Schedule'].map((name) => [
    name,
    actionsOn(name, /:states:/),
  ]);
  expect(Object.fromEntries(rights)).toEqual({
    Api: [],
    Tasks: [],
    HeavyTasks: [],
    Relay: both,
    Mail: [],
    Schedule: both,
  });
});

it('lets only those add seals that make them, and nobody read or unlock them', () => {
  const rights = ['Api', 'Tasks', 'HeavyTasks', 'Relay', 'Mail', 'Schedule'].map((name) => [
    name,
    actionsOn(name, /^<Seals/),
  ]);
  expect(Object.fromEntries(rights)).toEqual({
    Api: [],
    Tasks: ['s3:PutObject'],
    HeavyTasks: ['s3:PutObject'],
    Relay: [],
    Mail: [],
    Schedule: ['s3:PutObject'],
  });
});
