import {
  DescribeMapRunCommand,
  ListExecutionsCommand,
  ListMapRunsCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, it } from 'vitest';
import { type Box, call, machineOf, openBox } from '../support.ts';

let box: Box;
let files: Map<string, string>;
afterEach(() => box.close());

const bucket = () => {
  files = new Map();
  return {
    async get(name: string, key: string) {
      const text = files.get(`${name}/${key}`);
      if (text === undefined) throw Object.assign(new Error(`no ${key}`), { name: 'NoSuchKey' });
      return text;
    },
    async put(name: string, key: string, body: string) {
      files.set(`${name}/${key}`, body);
    },
  };
};

const distributed = (states: Record<string, object>, more: object = {}) => ({
  Type: 'Map',
  Label: 'Families',
  ItemProcessor: { ...machineOf(states), ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
  End: true,
  ...more,
});
const reader = (inputType: string) => ({
  Resource: 'arn:aws:states:::s3:getObject',
  ReaderConfig: { InputType: inputType },
  Arguments: { Bucket: 'lists', Key: '{% $states.input.key %}' },
});
const writer = { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'results', Prefix: 'named' } };
const open = async (map: object, functions = {}) => {
  box = await openBox({ machines: { m: machineOf({ Each: map }) }, functions, s3: bucket() });
};
const mapRunOf = async (executionArn: string) => {
  const { mapRuns = [] } = await box.client.send(new ListMapRunsCommand({ executionArn }));
  return box.client.send(new DescribeMapRunCommand({ mapRunArn: mapRuns[0]?.mapRunArn }));
};
const show = { Show: { Type: 'Pass', End: true } };

describe('a distributed Map state', () => {
  it('names 2,000 families out of a file in batches and writes the results to files', async () => {
    const named: string[] = [];
    const name = ({ Items, BatchInput }: { Items: { id: string }[]; BatchInput: { cycle: string } }) => {
      named.push(...Items.map(({ id }) => `${BatchInput.cycle}/${id}`));
      return Items.length;
    };
    const map = distributed(
      { Name: call('name', { Output: '{% $states.result.Payload %}', End: true }) },
      {
        ItemReader: reader('JSONL'),
        ItemSelector: { id: '{% $states.context.Map.Item.Value.family %}' },
        ItemBatcher: { MaxItemsPerBatch: 25, BatchInput: { cycle: '2026' } },
        MaxConcurrency: 10,
        ResultWriter: writer,
      },
    );
    await open(map, { name });
    const families = Array.from({ length: 2_000 }, (_, index) => JSON.stringify({ family: `f${index}` }));
    files.set('lists/families.jsonl', families.join('\n'));
    const arn = await box.start('m', { key: 'families.jsonl' });

    const { status, output } = await box.describe(arn);
    expect(status).toBe('SUCCEEDED');
    expect(new Set(named).size).toBe(2_000);
    expect(named).toContain('2026/f1999');
    const { MapRunArn, ResultWriterDetails } = output as {
      MapRunArn: string;
      ResultWriterDetails: { Bucket: string; Key: string };
    };
    const { Bucket, Key } = ResultWriterDetails;
    const manifest = JSON.parse(files.get(`${Bucket}/${Key}`) ?? '');
    expect(manifest.MapRunArn).toBe(MapRunArn);
    expect(manifest.ResultFiles.FAILED).toEqual([]);
    const rows = JSON.parse(files.get(`results/${manifest.ResultFiles.SUCCEEDED[0].Key}`) ?? '');
    expect(rows.map((row: { Output: string }) => row.Output)).toEqual(Array.from({ length: 80 }, () => '25'));
    const run = await mapRunOf(arn);
    expect(run).toMatchObject({
      status: 'SUCCEEDED',
      itemCounts: { total: 2_000, succeeded: 2_000, failed: 0, running: 0, pending: 0 },
      executionCounts: { total: 80, succeeded: 80 },
    });
    expect(await box.eventTypes(arn)).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapStateStarted',
      'MapRunStarted',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('collects the outputs in order where it writes no files', async () => {
    await open(distributed(show, { Items: '{% $states.input.ids %}' }));
    expect((await box.run('m', { ids: ['a', 'b', 'c'] })).output).toEqual(['a', 'b', 'c']);
  });

  it('flattens where asked', async () => {
    const config = { WriterConfig: { Transformation: 'FLATTEN' } };
    await open(distributed(show, { Items: '{% $states.input.ids %}', ResultWriter: config }));
    expect((await box.run('m', { ids: [['a'], ['b', 'c']] })).output).toEqual(['a', 'b', 'c']);
  });

  it('splits batches by size too', async () => {
    const map = distributed(
      { Count: { Type: 'Pass', Output: '{% $count($states.input.Items) %}', End: true } },
      { Items: '{% $states.input %}', ItemBatcher: { MaxInputBytesPerBatch: 50 } },
    );
    await open(map);
    expect((await box.run('m', ['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(10), 'y'])).output).toEqual([2, 2]);
  });

  it('runs its children as executions of their own, which cannot see its variables', async () => {
    const states = {
      Set: { Type: 'Pass', Assign: { outer: 1 }, Output: [1], Next: 'Each' },
      Each: distributed({ Look: { Type: 'Pass', Output: '{% $exists($outer) %}', End: true } }),
    };
    box = await openBox({ machines: { m: machineOf(states) } });
    const arn = await box.start('m');
    expect((await box.describe(arn)).output).toEqual([false]);
    const { mapRunArn } = await mapRunOf(arn);
    const { executions = [] } = await box.client.send(new ListExecutionsCommand({ mapRunArn }));
    expect(
      executions.map(({ status, executionArn }) => [status, executionArn?.includes(':execution:m/Families:')]),
    ).toEqual([['SUCCEEDED', true]]);
  });

  const judge = {
    Judge: { Type: 'Choice', Choices: [{ Condition: '{% $states.input < 0 %}', Next: 'Refuse' }], Default: 'Done' },
    Refuse: { Type: 'Fail', Error: 'NotEligible' },
    Done: { Type: 'Succeed' },
  };

  it.each([
    [{}, [1, 2, 3], 'SUCCEEDED'],
    [{}, [1, -2, 3], 'FAILED'],
    [{ ToleratedFailureCount: 1 }, [1, -2, 3], 'SUCCEEDED'],
    [{ ToleratedFailureCount: 1 }, [-1, -2, 3], 'FAILED'],
    [{ ToleratedFailurePercentage: 50 }, [-1, -2, 3, 4], 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 50 }, [-1, -2, -3, 4], 'FAILED'],
    [{ ToleratedFailurePercentage: 50, ToleratedFailureCount: 1 }, [-1, -2, 3, 4], 'FAILED'],
  ])('with %j over %j has %s', async (tolerance, items, status) => {
    await open(distributed(judge, { Items: '{% $states.input %}', ...tolerance }));
    const told = await box.run('m', items);
    expect([told.status, told.error]).toEqual([
      status,
      status === 'FAILED' ? 'States.ExceedToleratedFailureThreshold' : undefined,
    ]);
  });

  it('ends its children when too many fail, and writes what there is', async () => {
    const states = {
      Judge: { Type: 'Choice', Choices: [{ Condition: '{% $states.input < 0 %}', Next: 'Refuse' }], Default: 'Hold' },
      Refuse: { Type: 'Fail', Error: 'NotEligible' },
      Hold: { Type: 'Wait', Seconds: 60, End: true },
    };
    await open(distributed(states, { Items: '{% $states.input %}', ResultWriter: writer }));
    const arn = await box.start('m', [1, -2]);
    expect((await box.describe(arn)).status).toBe('FAILED');
    const { mapRunArn, status } = await mapRunOf(arn);
    const { executions = [] } = await box.client.send(new ListExecutionsCommand({ mapRunArn }));
    expect([status, executions.map((child) => child.status)]).toEqual(['FAILED', ['FAILED', 'ABORTED']]);
    const manifest = JSON.parse([...files].find(([key]) => key.endsWith('manifest.json'))?.[1] ?? '');
    expect(manifest.ResultFiles.FAILED).toHaveLength(1);
  });

  it('ends its children when it is stopped', async () => {
    await open(distributed({ Hold: { Type: 'Wait', Seconds: 60, End: true } }, { Items: '{% $states.input %}' }));
    const executionArn = await box.start('m', [1, 2]);
    await box.client.send(new StopExecutionCommand({ executionArn }));
    await box.engine.idle();
    const { mapRunArn, status } = await mapRunOf(executionArn);
    const { executions = [] } = await box.client.send(
      new ListExecutionsCommand({ mapRunArn, statusFilter: 'ABORTED' }),
    );
    expect([status, executions.length]).toEqual(['ABORTED', 2]);
  });

  it('fails with States.ItemReaderFailed where the file is not there or no list', async () => {
    await open(distributed(show, { ItemReader: reader('JSON') }));
    files.set('lists/object.json', '{"a":1}');
    expect((await box.run('m', { key: 'none.json' })).error).toBe('States.ItemReaderFailed');
    expect((await box.run('m', { key: 'object.json' })).error).toBe('States.ItemReaderFailed');
  });

  it('has nothing to do for an empty file', async () => {
    await open(distributed(show, { ItemReader: reader('JSON') }));
    files.set('lists/empty.json', '[]');
    expect((await box.run('m', { key: 'empty.json' })).output).toEqual([]);
  });
});
