import { randomUUID } from 'node:crypto';
import type { MapState } from '../definition.ts';
import { type Settled, StateError, unwrap } from '../errors.ts';
import type { Frame, MapRun, News } from '../frames.ts';
import { keys } from '../keys.ts';
import { limits, withinPayload } from '../limits.ts';
import { childrenOf, collected, fails, newRun, noted } from '../map-run.ts';
import { type Handler, type Outcome, withResult } from '../outcome.ts';
import { wholeNumber } from '../seconds.ts';
import type { Turn } from '../turn.ts';
import { batched, parsedItems, selectedAll } from './batches.ts';
import { resultName } from './branches.ts';
import { itemsOf } from './items.ts';

/** A Map whose iterations are executions of their own, with histories of their own. */
export const distributedMap: Handler<MapState> = {
  async begin(turn, frame, state) {
    if (state.ItemReader === undefined) return startRun(turn, frame, state, await itemsOf(turn, frame, state));
    const place = await turn.evaluate(frame, state.ItemReader.Arguments, 'ItemReader/Arguments');
    const { Bucket: bucket, Key: key } = place as Record<string, string>;
    if (!bucket || !key) throw new StateError('States.ItemReaderFailed', 'ItemReader names no Bucket and Key');
    turn.wait(frame, { kind: 'reading', bucket, key });
    return 'waits';
  },

  async hear(turn, frame, state, news) {
    const { step } = frame;
    if (news.kind === 'answer' && step.kind === 'reading') {
      const items = await parsedItems(turn, frame, state, String(unwrap(news.settled)));
      return startRun(turn, frame, state, items);
    }
    if (news.kind === 'execution' && step.kind === 'mapping') return hearChild(turn, frame, state, step.run, news);
    if (news.kind === 'answer' && step.kind === 'writing') return written(turn, frame, state, step.run, news.settled);
    return 'waits';
  },
};

async function startRun(turn: Turn, frame: Frame, state: MapState, items: readonly unknown[]): Promise<Outcome> {
  const batches = await batched(turn, frame, state, await selectedAll(turn, frame, state, items));
  const inputs = batches.map(({ input }) => withinPayload(input, 'input of the child execution'));
  const asked = (template: unknown, where: string, max: number = Number.MAX_SAFE_INTEGER) =>
    wholeNumber(turn, frame, template, where, { min: 0, max });
  const count = await asked(state.ToleratedFailureCount, 'ToleratedFailureCount');
  const percentage = await asked(state.ToleratedFailurePercentage, 'ToleratedFailurePercentage', 100);
  const concurrency = await asked(state.MaxConcurrency, 'MaxConcurrency');
  const label = state.Label ?? frame.state.replaceAll(/[^\w-]/g, '');
  const run = newRun({
    mapRunArn: turn.kernel.arns.mapRun(turn.execution.machineName, label, randomUUID()),
    execution: turn.execution,
    startedAt: turn.kernel.now(),
    sizes: batches.map(({ size }) => size),
    maxConcurrency: Math.min(concurrency || limits.distributedMapConcurrency, limits.distributedMapConcurrency),
    count,
    percentage,
  });
  turn.event(frame, 'MapStateStarted', { length: items.length });
  turn.event(frame, 'MapRunStarted', { mapRunArn: run.mapRunArn });
  turn.keep(frame, 'inputs', inputs);
  return goOn(turn, frame, state, run);
}

async function hearChild(
  turn: Turn,
  frame: Frame,
  state: MapState,
  run: MapRun,
  { index, arn }: Extract<News, { kind: 'execution' }>,
): Promise<Outcome> {
  // Told again after a restart.
  if (turn.part(frame, resultName(index)) !== undefined) return 'waits';
  const status = turn.kernel.find(arn)?.status ?? 'ABORTED';
  turn.keep(frame, resultName(index), status);
  return goOn(turn, frame, state, noted(run, index, status));
}

/** Starts as many children as there is room for, or ends the run. */
async function goOn(turn: Turn, frame: Frame, state: MapState, run: MapRun): Promise<Outcome> {
  if (fails(run)) return endRun(turn, frame, state, { ...run, status: 'FAILED' });
  const isDone = run.next === run.sizes.length && run.running === 0;
  if (isDone) return endRun(turn, frame, state, { ...run, status: 'SUCCEEDED' });
  const inputs = turn.part(frame, 'inputs') as unknown[];
  const room = Math.min(run.maxConcurrency - run.running, run.sizes.length - run.next);
  for (let index = run.next; index < run.next + room; index += 1) {
    const { arn, name } = childrenOf(run).at(index);
    const { machineName, machineArn, definition: hash } = turn.execution;
    turn.bear({
      arn,
      name,
      machine: {
        name: machineName,
        arn: machineArn,
        definition: turn.live.definition,
        hash,
        timeoutSeconds: undefined,
      },
      input: JSON.stringify(inputs[index]),
      waiter: { executionArn: turn.execution.arn, frame: frame.id, visit: frame.visit, index },
      path: [...frame.path, { state: frame.state, branch: null }],
      mapRunArn: run.mapRunArn,
    });
  }
  return mapping(turn, frame, { ...run, next: run.next + room, running: run.running + room });
}

function mapping(turn: Turn, frame: Frame, run: MapRun): Outcome {
  turn.put(keys.mapRun(run.mapRunArn), run);
  turn.wait(frame, { kind: 'mapping', run });
  return 'waits';
}

async function endRun(turn: Turn, frame: Frame, state: MapState, ending: MapRun): Promise<Outcome> {
  const run = { ...ending, stoppedAt: turn.kernel.now() };
  mapping(turn, frame, run);
  turn.dropChildren(frame);
  if (state.ResultWriter?.Arguments === undefined) {
    if (run.status === 'FAILED') throw exceeded(turn, frame);
    return succeeded(turn, frame, state, collected(turn.kernel, run, state.ResultWriter?.WriterConfig));
  }
  const place = await turn.evaluate(frame, state.ResultWriter.Arguments, 'ResultWriter/Arguments');
  const { Bucket: bucket, Prefix: prefix = '' } = place as Record<string, string>;
  if (!bucket) throw new StateError('States.ResultWriterFailed', 'ResultWriter names no Bucket');
  turn.wait(frame, { kind: 'writing', run, bucket, prefix });
  return 'waits';
}

function written(turn: Turn, frame: Frame, state: MapState, run: MapRun, settled: Settled): Outcome {
  const ResultWriterDetails = unwrap(settled);
  if (run.status === 'FAILED') throw exceeded(turn, frame);
  return succeeded(turn, frame, state, { MapRunArn: run.mapRunArn, ResultWriterDetails });
}

function succeeded(turn: Turn, frame: Frame, state: MapState, value: unknown): Outcome {
  const result = withinPayload(value, 'result of the state');
  turn.event(frame, 'MapRunSucceeded');
  turn.event(frame, 'MapStateSucceeded');
  return withResult(state, result);
}

function exceeded(turn: Turn, frame: Frame): StateError {
  const error = 'States.ExceedToleratedFailureThreshold';
  const cause = 'The specified tolerated failure threshold was exceeded';
  turn.event(frame, 'MapRunFailed', { error, cause });
  turn.event(frame, 'MapStateFailed');
  return new StateError(error, cause);
}
