import type { ResultWriter } from './definition.ts';
import type { Execution, MapRun, Status } from './frames.ts';
import type { Kernel } from './live.ts';

type NewRun = {
  readonly mapRunArn: string;
  readonly execution: Execution;
  readonly startedAt: number;
  readonly sizes: readonly number[];
  readonly maxConcurrency: number;
  readonly count: number | null;
  readonly percentage: number | null;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Where one tolerance is given, the other does not bind; where none is, nothing may fail. */
export function newRun({ execution, count, percentage, ...rest }: NewRun): MapRun {
  return {
    ...rest,
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    toleratedFailureCount: count ?? (percentage === null ? 0 : sum(rest.sizes)),
    toleratedFailurePercentage: percentage ?? (count === null ? 0 : 100),
    next: 0,
    running: 0,
    succeeded: { executions: 0, items: 0 },
    failed: { executions: 0, items: 0 },
    stoppedAt: null,
    status: 'RUNNING',
  };
}

/** The run after one child has ended. */
export function noted(run: MapRun, index: number, status: Status): MapRun {
  const outcome = status === 'SUCCEEDED' ? 'succeeded' : 'failed';
  const { executions, items } = run[outcome];
  const counted = { executions: executions + 1, items: items + (run.sizes[index] ?? 0) };
  return { ...run, running: run.running - 1, [outcome]: counted };
}

export function fails({ failed, sizes, toleratedFailureCount, toleratedFailurePercentage }: MapRun): boolean {
  const isTooMany = failed.items > toleratedFailureCount;
  return isTooMany || failed.items * 100 > toleratedFailurePercentage * sum(sizes);
}

export function countsOf({ sizes, succeeded, failed, running }: MapRun) {
  return {
    items: { total: sum(sizes), succeeded: succeeded.items, failed: failed.items },
    executions: { total: sizes.length, succeeded: succeeded.executions, failed: failed.executions, running },
  };
}

/** The children's names follow from the run's, so that nobody has to list them. */
export function childrenOf({ mapRunArn, sizes }: MapRun) {
  const id = mapRunArn.slice(mapRunArn.lastIndexOf(':') + 1);
  const at = (index: number) => ({
    arn: `${mapRunArn.replace(':mapRun:', ':execution:')}-${index}`,
    name: `${id}-${index}`,
  });
  return { at, all: () => sizes.map((_, index) => at(index)) };
}

type WriterConfig = ResultWriter['WriterConfig'];

function shaped(executions: readonly Execution[], transformation: 'NONE' | 'COMPACT' | 'FLATTEN'): unknown[] {
  if (transformation === 'NONE') return executions.map(exported);
  const outputs: unknown[] = executions.map(({ output }) => JSON.parse(output ?? 'null'));
  return transformation === 'FLATTEN' ? outputs.flat() : outputs;
}

/** An execution as the result files of AWS tell it: payloads as text, instants in ISO. */
function exported({ arn, input, name, output, startedAt, machineArn, status, stoppedAt, error, cause }: Execution) {
  return {
    ExecutionArn: arn,
    Input: input,
    InputDetails: { Included: true },
    Name: name,
    ...(output === null ? {} : { Output: output, OutputDetails: { Included: true } }),
    ...(error === null ? {} : { Error: error, Cause: cause }),
    StartDate: new Date(startedAt).toISOString(),
    StateMachineArn: machineArn,
    Status: status,
    ...(stoppedAt === null ? {} : { StopDate: new Date(stoppedAt).toISOString() }),
  };
}

function endedChildren(kernel: Kernel, run: MapRun) {
  const children = childrenOf(run)
    .all()
    .flatMap(({ arn }) => kernel.find(arn) ?? []);
  return {
    succeeded: children.filter(({ status }) => status === 'SUCCEEDED'),
    failed: children.filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT'),
  };
}

/** The result of a run that writes no files: what its children returned. */
export const collected = (kernel: Kernel, run: MapRun, config: WriterConfig): unknown[] =>
  shaped(endedChildren(kernel, run).succeeded, config?.Transformation ?? 'COMPACT');

/** Writes the result files and their manifest; returns where that is. */
export async function writeResults(
  kernel: Kernel,
  run: MapRun,
  config: WriterConfig,
  { bucket, prefix }: { readonly bucket: string; readonly prefix: string },
): Promise<{ readonly Bucket: string; readonly Key: string }> {
  const { s3 } = kernel;
  if (!s3) throw new Error('This engine was opened without a bucket');
  const folder = [prefix, run.mapRunArn.slice(run.mapRunArn.lastIndexOf(':') + 1)].filter(Boolean).join('/');
  const { OutputType = 'JSON', Transformation = 'NONE' } = config ?? {};
  const file = async (name: string, rows: readonly unknown[]) => {
    if (rows.length === 0) return [];
    const Key = `${folder}/${name}_0.${OutputType.toLowerCase()}`;
    const body = OutputType === 'JSONL' ? rows.map((row) => JSON.stringify(row)).join('\n') : JSON.stringify(rows);
    await s3.put(bucket, Key, body);
    return [{ Key, Size: Buffer.byteLength(body) }];
  };
  const { succeeded, failed } = endedChildren(kernel, run);
  const ResultFiles = {
    FAILED: await file('FAILED', failed.map(exported)),
    PENDING: [],
    SUCCEEDED: await file('SUCCEEDED', shaped(succeeded, Transformation)),
  };
  const Key = `${folder}/manifest.json`;
  const manifest = { DestinationBucket: bucket, MapRunArn: run.mapRunArn, ResultFiles };
  await s3.put(bucket, Key, JSON.stringify(manifest));
  return { Bucket: bucket, Key };
}
