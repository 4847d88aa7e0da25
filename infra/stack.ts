import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { declareAlarms } from './alarms.ts';
import { accessLogs, filesBucket, sealsBucket } from './buckets.ts';
import { deployConsole } from './console.ts';
import { declareFront, originSecret } from './front.ts';
import { declareFunctions } from './functions.ts';
import { addRoutes, declareApi } from './http-api.ts';
import { declareMachines } from './machines.ts';
import { connectStream } from './relay.ts';
import { everyMinute } from './schedule.ts';
import type { Settings } from './settings.ts';
import { signInOf } from './sign-in.ts';
import { declareTable } from './table.ts';

type StackProps = {
  readonly settings: Settings;
  /** What `npm run build` made. */
  readonly consoleFolder: string;
};

/** The whole system in one region of any partition: nothing is looked up, so it is the same for every account. */
export function systemStack(scope: Construct, id: string, { settings, consoleFolder }: StackProps): Stack {
  const stack = new Stack(scope, id, { terminationProtection: true });
  const logs = accessLogs(stack);
  const table = declareTable(stack);
  const secret = originSecret(stack);
  const { api, stage, host } = declareApi(stack, settings);
  const { url, distribution, pages } = declareFront(stack, { host, secret, logs, settings });
  const files = filesBucket(stack, logs, url);
  const seals = sealsBucket(stack, logs);
  const functions = declareFunctions(stack, { table, files, seals, originSecret: secret });
  const signIn = signInOf(stack, settings, url);
  addRoutes(api, functions.api, signIn);
  deployConsole(stack, { bucket: pages, distribution, folder: consoleFolder, signIn });
  const machines = declareMachines(stack, { functions, files });
  const deadLetters = connectStream(stack, table, functions);
  everyMinute(stack, functions.schedule);
  declareAlarms(stack, { functions, machines, deadLetters, stage });
  return stack;
}
