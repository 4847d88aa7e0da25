import type { ClassicLevel } from 'classic-level';
import { isArn } from './arns.ts';
import { noExecution } from './calls.ts';
import { CallError } from './errors.ts';
import type { Execution, MapRun } from './frames.ts';
import { type HistoryEvent, withoutData } from './history.ts';
import type { Core } from './kernel.ts';
import { below, keys } from './keys.ts';
import type { Machine } from './live.ts';
import { countsOf } from './map-run.ts';
import type { Request } from './requests.ts';

type Page<Name extends string> = { readonly [Key in Name]: readonly object[] } & { readonly nextToken?: string };

/** The calls that only look. They read the store, so they tell nothing that a crash could take back. */
export type Queries = {
  describeExecution(request: Request<'DescribeExecution'>): Promise<object>;
  listExecutions(request: Request<'ListExecutions'>): Promise<Page<'executions'>>;
  getExecutionHistory(request: Request<'GetExecutionHistory'>): Promise<Page<'events'>>;
  listStateMachines(request: Request<'ListStateMachines'>): Promise<Page<'stateMachines'>>;
  describeStateMachine(request: Request<'DescribeStateMachine'>): Promise<object>;
  listMapRuns(request: Request<'ListMapRuns'>): Promise<Page<'mapRuns'>>;
  describeMapRun(request: Request<'DescribeMapRun'>): Promise<object>;
};

type Listed = Pick<Execution, 'arn' | 'name' | 'machineArn' | 'mapRunArn' | 'status' | 'startedAt' | 'stoppedAt'>;

export function createQueries(db: ClassicLevel, core: Core): Queries {
  const machines = [...core.machines.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const executionOf = async (arn: string): Promise<Execution> => {
    const text = await db.get(keys.execution(arn));
    if (text === undefined) throw noExecution(arn);
    return JSON.parse(text);
  };
  return {
    async describeExecution({ executionArn }) {
      return described(await executionOf(executionArn));
    },
    async listExecutions({ stateMachineArn, mapRunArn, statusFilter, ...page }) {
      const owner = listOwner(core, stateMachineArn, mapRunArn);
      const accepts = ({ status }: Listed) => statusFilter === undefined || status === statusFilter;
      const { rows, ...rest } = await pageOf<Listed>(db, `listed ${owner}`, page, accepts);
      return { executions: rows.map(listed), ...rest };
    },
    async getExecutionHistory({ executionArn, reverseOrder = false, includeExecutionData = true, ...page }) {
      await executionOf(executionArn);
      const all = () => true;
      const { rows, ...rest } = await pageOf<HistoryEvent>(db, `event ${executionArn}`, page, all, reverseOrder);
      return { events: includeExecutionData ? rows : rows.map(withoutData), ...rest };
    },
    // The few machines of one box fit on a page.
    listStateMachines: async () => ({ stateMachines: machines.map(machineHead) }),
    async describeStateMachine({ stateMachineArn }) {
      const machine = core.machine(stateMachineArn);
      if (!machine) throw noMachine(stateMachineArn);
      return { ...machineHead(machine), status: 'ACTIVE', definition: JSON.stringify(machine.definition), roleArn };
    },
    async listMapRuns({ executionArn, ...page }) {
      await executionOf(executionArn);
      const isOwn = (run: MapRun) => run.executionArn === executionArn;
      const { rows, ...rest } = await pageOf<MapRun>(db, 'map-run', page, isOwn);
      return { mapRuns: rows.map(mapRunHead), ...rest };
    },
    async describeMapRun({ mapRunArn }) {
      const text = await db.get(keys.mapRun(mapRunArn));
      if (text === undefined) throw new CallError('ResourceNotFound', `Resource not found: '${mapRunArn}'`);
      return mapRunDescribed(JSON.parse(text));
    },
  };
}

type Asked = { readonly maxResults?: number | undefined; readonly nextToken?: string | undefined };

/** So many rows after the place that the token marks. */
async function pageOf<Row>(
  db: ClassicLevel,
  prefix: string,
  { maxResults, nextToken }: Asked,
  accepts: (row: Row) => boolean,
  reverse = false,
): Promise<{ rows: Row[]; nextToken?: string }> {
  const size = maxResults || 100;
  const range = below(prefix);
  const after = nextToken === undefined ? undefined : Buffer.from(nextToken, 'base64url').toString();
  if (after !== undefined && !(after >= range.gte && after < range.lt)) {
    throw new CallError('InvalidToken', 'Invalid Token: the page token belongs to another list');
  }
  const { gte, lt } = range;
  const rest = after === undefined ? range : reverse ? { gte, lt: after } : { gt: after, lt };
  const rows: Row[] = [];
  let last = '';
  for await (const [key, text] of db.iterator({ ...rest, reverse })) {
    const row: Row = JSON.parse(text);
    if (!accepts(row)) continue;
    if (rows.length === size) return { rows, nextToken: Buffer.from(last).toString('base64url') };
    rows.push(row);
    last = key;
  }
  return { rows };
}

function listOwner(core: Core, machineArn: string | undefined, mapRunArn: string | undefined): string {
  if ((machineArn === undefined) === (mapRunArn === undefined)) {
    throw new CallError('ValidationException', 'Either stateMachineArn or mapRunArn must be given');
  }
  if (machineArn !== undefined && !core.machine(machineArn)) throw noMachine(machineArn);
  return machineArn ?? mapRunArn ?? '';
}

const noMachine = (arn: string): CallError =>
  isArn(arn)
    ? new CallError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`)
    : new CallError('InvalidArn', `Invalid Arn: '${arn}'`);

const roleArn = 'arn:aws:iam::000000000000:role/states';

const machineHead = ({ arn, name }: Machine) => ({ stateMachineArn: arn, name, type: 'STANDARD', creationDate: 0 });

const dates = ({ startedAt, stoppedAt }: { readonly startedAt: number; readonly stoppedAt: number | null }) => ({
  startDate: startedAt / 1_000,
  ...(stoppedAt === null ? {} : { stopDate: stoppedAt / 1_000 }),
});

const listed = (row: Listed) => ({
  executionArn: row.arn,
  name: row.name,
  stateMachineArn: row.machineArn,
  ...(row.mapRunArn === null ? {} : { mapRunArn: row.mapRunArn }),
  status: row.status,
  ...dates(row),
});

const described = (execution: Execution) => ({
  ...listed(execution),
  input: execution.input,
  inputDetails: { included: true },
  ...(execution.output === null ? {} : { output: execution.output, outputDetails: { included: true } }),
  ...(execution.error === null ? {} : { error: execution.error }),
  ...(execution.cause === null ? {} : { cause: execution.cause }),
  redriveCount: 0,
  redriveStatus: 'NOT_REDRIVABLE',
});

const mapRunHead = (run: MapRun) => ({
  executionArn: run.executionArn,
  mapRunArn: run.mapRunArn,
  stateMachineArn: run.stateMachineArn,
  ...dates(run),
});

function mapRunDescribed(run: MapRun) {
  const { items, executions } = countsOf(run);
  const unstarted = run.sizes.slice(run.next).reduce((total, size) => total + size, 0);
  const others = { timedOut: 0, aborted: 0, resultsWritten: 0 };
  const itemsRunning = items.total - items.succeeded - items.failed - unstarted;
  return {
    mapRunArn: run.mapRunArn,
    executionArn: run.executionArn,
    status: run.status,
    ...dates(run),
    maxConcurrency: run.maxConcurrency,
    toleratedFailurePercentage: run.toleratedFailurePercentage,
    toleratedFailureCount: run.toleratedFailureCount,
    itemCounts: { ...items, ...others, pending: unstarted, running: itemsRunning },
    executionCounts: { ...executions, ...others, pending: run.sizes.length - run.next },
  };
}
