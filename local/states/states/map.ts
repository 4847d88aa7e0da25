import { isDistributed, type MapState } from '../definition.ts';
import type { Frame, News } from '../frames.ts';
import { limits, withinPayload } from '../limits.ts';
import { type Handler, type Outcome, withResult } from '../outcome.ts';
import { wholeNumber } from '../seconds.ts';
import type { Turn } from '../turn.ts';
import { keepBranch, resultsOf } from './branches.ts';
import { distributedMap } from './distributed-map.ts';
import { itemsOf, selected } from './items.ts';

export const map: Handler<MapState> = {
  begin: (turn, frame, state) =>
    isDistributed(state) ? distributedMap.begin(turn, frame, state) : beginInline(turn, frame, state),
  hear: (turn, frame, state, news) =>
    isDistributed(state) ? distributedMap.hear(turn, frame, state, news) : hearInline(turn, frame, state, news),
};

async function beginInline(turn: Turn, frame: Frame, state: MapState): Promise<Outcome> {
  const items = await itemsOf(turn, frame, state);
  turn.event(frame, 'MapStateStarted', { length: items.length });
  turn.keep(frame, 'items', items);
  const range = { min: 0, max: Number.MAX_SAFE_INTEGER };
  const asked = await wholeNumber(turn, frame, state.MaxConcurrency, 'MaxConcurrency', range);
  // 0 means as many as AWS allows.
  const first = Math.min(items.length, asked || limits.inlineMapConcurrency, limits.inlineMapConcurrency);
  turn.wait(frame, { kind: 'branches', total: items.length, next: first, done: 0 });
  for (let index = 0; index < first; index += 1) await startIteration(turn, frame, state, index);
  return items.length === 0 ? finish(turn, frame, state, 0) : 'waits';
}

async function hearInline(turn: Turn, frame: Frame, state: MapState, news: News): Promise<Outcome> {
  const { step } = frame;
  if (news.kind !== 'branch' || step.kind !== 'branches') return 'waits';
  const type = news.settled.ok ? 'MapIterationSucceeded' : 'MapIterationFailed';
  turn.event(frame, type, { name: frame.state, index: news.index });
  if (!news.settled.ok) turn.event(frame, 'MapStateFailed');
  keepBranch(turn, frame, news);
  const done = step.done + 1;
  if (done === step.total) return finish(turn, frame, state, step.total);
  turn.wait(frame, { ...step, done, next: Math.min(step.next + 1, step.total) });
  if (step.next < step.total) await startIteration(turn, frame, state, step.next);
  return 'waits';
}

async function startIteration(turn: Turn, frame: Frame, state: MapState, index: number): Promise<void> {
  const items = turn.part(frame, 'items') as unknown[];
  const item = { Index: index, Value: items[index] };
  const input = withinPayload(await selected(turn, frame, state, item), 'input of the iteration');
  turn.event(frame, 'MapIterationStarted', { name: frame.state, index });
  turn.spawn(frame, { index, segment: { state: frame.state, branch: null }, input, item });
}

function finish(turn: Turn, frame: Frame, state: MapState, total: number): Outcome {
  const result = withinPayload(resultsOf(turn, frame, total), 'result of the state');
  turn.event(frame, 'MapStateSucceeded');
  return withResult(state, result);
}
