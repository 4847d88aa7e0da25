import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { addSeals, signalMachines, useFiles, useTable } from './grants.ts';
import { logGroup } from './logs.ts';
import { machineVariables } from './machine-names.ts';
import { mailVariables } from './mail.ts';

const entry = (name: string): string => new URL(`../functions/lambda/${name}.ts`, import.meta.url).pathname;

/**
 * One ES module per entry point, with all it needs inside. The AWS SDK too: the one in Lambda's runtime changes by
 * itself, and what runs should be what was tested. `require` is there for packages that are CommonJS still.
 */
const bundling = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  externalModules: [],
  minify: true,
  keepNames: true, // the name of an error is what a workflow's ErrorEquals reads
  sourceMap: true,
  sourcesContent: false,
  banner:
    "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
};

type Shape = {
  readonly entry: string;
  readonly memory: number;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
};

/** A function with the role that it was given, to which rights are added. */
export type DeployedFunction = NodejsFunction & { readonly role: Role };

function declareFunction(scope: Construct, id: string, shape: Shape): DeployedFunction {
  const logs = logGroup(scope, `${id}Logs`);
  // A role of its own, and not AWS's managed policy: it writes to this one log group.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logs.grantWrite(role);
  const made = new NodejsFunction(scope, id, {
    entry: entry(shape.entry),
    handler: 'handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: shape.memory,
    timeout: shape.timeout,
    environment: { ...shape.environment, NODE_OPTIONS: '--enable-source-maps' },
    bundling,
    awsSdkConnectionReuse: false, // a variable that only version 2 of the SDK reads
    logGroup: logs,
    loggingFormat: LoggingFormat.JSON,
    role,
  });
  return Object.assign(made, { role });
}

type RunsOn = {
  readonly table: Table;
  readonly files: Bucket;
  readonly seals: Bucket;
  /** What CloudFront shows at the door, and the api checks. */
  readonly originSecret: string;
};

/** The functions, each with the rights that its concern needs. They are not traced: the machines that matter are. */
export function declareFunctions(scope: Construct, { table, files, seals, originSecret }: RunsOn) {
  const common = { TABLE_NAME: table.tableName, FILES_BUCKET: files.bucketName, ...machineVariables(Stack.of(scope)) };
  const declare = (id: string, name: string, memory: number, timeout: Duration, more: Record<string, string> = {}) => {
    const made = declareFunction(scope, id, { entry: name, memory, timeout, environment: { ...common, ...more } });
    useTable(made.role, table);
    return made;
  };
  const sealing = { SEALS_BUCKET: seals.bucketName };
  const functions = {
    // One second less than the longest that an HTTP API waits.
    api: declare('Api', 'api', 1024, Duration.seconds(29), { ORIGIN_SECRET: originSecret }),
    tasks: declare('Tasks', 'tasks', 1024, Duration.minutes(5), sealing),
    /** The same bundle for the tasks that take a whole cycle in one call. */
    heavyTasks: declare('HeavyTasks', 'tasks', 3008, Duration.minutes(15), sealing),
    relay: declare('Relay', 'relay', 512, Duration.minutes(1)),
    mail: declare('Mail', 'mail', 512, Duration.minutes(5), mailVariables(scope)),
    schedule: declare('Schedule', 'schedule', 1024, Duration.minutes(5), sealing),
  };
  for (const { role } of [functions.api, functions.tasks, functions.heavyTasks]) useFiles(role, files);
  for (const { role } of [functions.tasks, functions.heavyTasks, functions.schedule]) addSeals(role, seals);
  for (const { role } of [functions.relay, functions.schedule]) signalMachines(role);
  return functions;
}

export type Functions = ReturnType<typeof declareFunctions>;
