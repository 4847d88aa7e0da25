import type { ClassicLevel } from 'classic-level';
import type { Definition } from './definition.ts';
import type { Execution, Frame, Tally } from './frames.ts';
import type { Core } from './kernel.ts';
import { below, keys } from './keys.ts';
import type { Live } from './live.ts';
import { childrenOf } from './map-run.ts';

/** Takes every unfinished execution out of the store and lets it go on where it stood. */
export async function recover(db: ClassicLevel, core: Core): Promise<void> {
  const definitions = new Map<string, Definition>();
  for await (const key of db.keys(below('running'))) {
    core.admit(await loaded(db, key.slice('running '.length), definitions));
  }
  const lives = [...core.alive()];
  core.abort(lives.filter((live) => isOrphan(core, live.record)).map(({ record }) => record.arn));
  for (const live of lives) {
    core.launchExecution(live);
    for (const frame of live.frames.values()) tellOfTheEnded(core, live, frame);
  }
}

async function loaded(db: ClassicLevel, arn: string, definitions: Map<string, Definition>): Promise<Live> {
  const record = await read<Execution>(db, keys.execution(arn));
  const definition =
    definitions.get(record.definition) ?? (await read<Definition>(db, keys.definition(record.definition)));
  definitions.set(record.definition, definition);
  const frames = new Map<number, Frame>();
  for await (const text of db.values(below(`frame ${arn}`))) {
    const frame: Frame = JSON.parse(text);
    frames.set(frame.id, frame);
  }
  const parts = new Map<number, Map<string, unknown>>();
  for await (const [key, text] of db.iterator(below(`part ${arn}`))) {
    const [id = '', name = ''] = key.slice(`part ${arn} `.length).split(' ');
    const own = parts.get(Number(id)) ?? new Map<string, unknown>();
    parts.set(Number(id), own.set(name, JSON.parse(text)));
  }
  const tally = await read<Tally>(db, keys.tally(arn));
  return { record, tally, definition, frames, parts, alarms: new Map(), called: new Map(), tail: Promise.resolve() };
}

/** What the engine itself wrote. */
async function read<T>(db: ClassicLevel, key: string): Promise<T> {
  const text = await db.get(key);
  if (text === undefined) throw new Error(`The store of the states engine lacks ${key}`);
  return JSON.parse(text);
}

/** Whoever waited for it went on, and the process ended before this one was told to stop. */
function isOrphan(core: Core, { waiter }: Execution): boolean {
  if (waiter === null) return false;
  const frame = core.live(waiter.executionArn)?.frames.get(waiter.frame);
  return frame?.visit !== waiter.visit || (frame.step.kind !== 'execution' && frame.step.kind !== 'mapping');
}

/** Children may have ended without their waiter having heard of it; to be told twice does no harm. */
function tellOfTheEnded(core: Core, live: Live, frame: Frame): void {
  const { step } = frame;
  const waiter = { executionArn: live.record.arn, frame: frame.id, visit: frame.visit };
  const tell = (arn: string, index: number) => {
    if (core.find(arn)?.status !== 'RUNNING') core.notify({ ...waiter, index }, arn);
  };
  if (step.kind === 'execution') tell(step.arn, 0);
  if (step.kind !== 'mapping') return;
  const children = childrenOf(step.run);
  for (let index = 0; index < step.run.next; index += 1) tell(children.at(index).arn, index);
}
