import { type MapState, scopeAt, stateOf } from './definition.ts';
import { settledBy } from './errors.ts';
import type { Call, Frame, News } from './frames.ts';
import type { Kernel, Live } from './live.ts';
import { writeResults } from './map-run.ts';

export type Launcher = {
  readonly kernel: Kernel;
  /** Calls a function when there is room for one more. */
  readonly invoke: (call: Call, timeoutSeconds: number | null) => Promise<unknown>;
  /** Counts a work as under way. */
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  /** Calls back at the instant, unless the signal is aborted first. */
  readonly at: (instant: number, signal: AbortSignal, then: () => void) => void;
};

/** Sets in motion what a stored step says. It may do so again after a crash: at least once. */
export function launch(launcher: Launcher, live: Live, frame: Frame): void {
  const { kernel } = launcher;
  const { step, visit } = frame;
  const tell = (news: News | null) => kernel.post(live, frame.id, visit, news);
  setAlarm(launcher, live, frame.id, instantOf(frame), () => tell({ kind: 'time' }));
  if (step.kind === 'ready') tell(null);
  else if (step.kind === 'settled') tell({ kind: 'answer', settled: step.settled });
  else void work(launcher, live, frame)?.then(tell);
}

/** What the step asks of others; its promise never rejects. */
function work(
  { kernel, invoke, track }: Launcher,
  live: Live,
  { id, visit, step, path, state }: Frame,
): Promise<News> | null {
  switch (step.kind) {
    case 'invoking':
      return answered(invoke(step.call, step.timeoutSeconds));
    case 'token':
      // A heartbeat renews the step, not the call.
      if (step.call === null || live.called.get(id) === visit) return null;
      live.called.set(id, visit);
      return invoke(step.call, null).then(
        () => ({ kind: 'taken' }),
        (thrown) => ({ kind: 'answer', settled: settledBy(thrown) }),
      );
    case 'reading':
      return answered(track(read(kernel, step.bucket, step.key)), 'States.ItemReaderFailed');
    case 'writing': {
      // Only a Map comes to this step.
      const { ResultWriter } = stateOf(scopeAt(live.definition, path), state) as MapState;
      const writing = track(writeResults(kernel, step.run, ResultWriter?.WriterConfig, step));
      return answered(writing, 'States.ResultWriterFailed');
    }
    default:
      return null;
  }
}

/** The answer of a work, whose failure goes by its own name or the given one. */
const answered = (asked: Promise<unknown>, error?: string): Promise<News> =>
  asked.then(
    (value) => ({ kind: 'answer', settled: { ok: true, value } }),
    (thrown) => ({ kind: 'answer', settled: settledBy(thrown, error) }),
  );

async function read({ s3 }: Kernel, bucket: string, key: string): Promise<string> {
  if (!s3) throw new Error('This engine was opened without a bucket');
  return s3.get(bucket, key);
}

/** When the frame is to hear that time has come. */
function instantOf({ step }: Frame): number | undefined {
  if (step.kind === 'sleeping') return step.until;
  if (step.kind === 'retrying') return step.at;
  if (step.kind === 'execution') return step.deadline ?? undefined;
  if (step.kind !== 'token') return undefined;
  const instants = [step.deadline, step.beatBy].filter((instant) => instant !== null);
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

/** Replaces the alarm of a frame; without an instant it only takes the old one away. */
export function setAlarm(
  { at }: Pick<Launcher, 'at'>,
  live: Live,
  frame: number,
  instant: number | undefined,
  ring: () => void,
): void {
  live.alarms.get(frame)?.abort();
  live.alarms.delete(frame);
  if (instant === undefined) return;
  const alarm = new AbortController();
  live.alarms.set(frame, alarm);
  at(instant, alarm.signal, ring);
}
