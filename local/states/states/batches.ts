import { setImmediate } from 'node:timers/promises';
import type { MapState } from '../definition.ts';
import { StateError } from '../errors.ts';
import type { Frame } from '../frames.ts';
import { bytesOf, limits } from '../limits.ts';
import { wholeNumber } from '../seconds.ts';
import type { Turn } from '../turn.ts';
import { selected } from './items.ts';

/** The items of a file. Throws States.ItemReaderFailed. */
export async function parsedItems(turn: Turn, frame: Frame, state: MapState, text: string): Promise<unknown[]> {
  const { InputType = 'JSON', MaxItems } = state.ItemReader?.ReaderConfig ?? {};
  const range = { min: 1, max: Number.MAX_SAFE_INTEGER };
  const most = await wholeNumber(turn, frame, MaxItems, 'ItemReader/ReaderConfig/MaxItems', range);
  return parse(text, InputType).slice(0, most ?? undefined);
}

function parse(text: string, inputType: string): unknown[] {
  try {
    const items: unknown =
      inputType === 'JSONL'
        ? text
            .split('\n')
            .filter((line) => line.trim() !== '')
            .map((line) => JSON.parse(line))
        : JSON.parse(text);
    if (Array.isArray(items)) return items;
  } catch (cause) {
    throw new StateError('States.ItemReaderFailed', `The file is no ${inputType}: ${cause}`);
  }
  throw new StateError('States.ItemReaderFailed', 'The file is no array');
}

/** Beyond so many items others have a turn of the event loop. */
const breath = 500;

export async function selectedAll(
  turn: Turn,
  frame: Frame,
  state: MapState,
  items: readonly unknown[],
): Promise<unknown[]> {
  const inputs: unknown[] = [];
  for (const [Index, Value] of items.entries()) {
    inputs.push(await selected(turn, frame, state, { Index, Value }));
    if (Index % breath === breath - 1) await setImmediate();
  }
  return inputs;
}

type Batch = { readonly input: unknown; readonly size: number };

/** One child each, or the batches that ItemBatcher asks for. */
export async function batched(
  turn: Turn,
  frame: Frame,
  state: MapState,
  items: readonly unknown[],
): Promise<readonly Batch[]> {
  const { ItemBatcher: batcher } = state;
  if (batcher === undefined) return items.map((input) => ({ input, size: 1 }));
  const asked = (template: unknown, where: string, max: number) =>
    wholeNumber(turn, frame, template, `ItemBatcher/${where}`, { min: 1, max });
  const most = (await asked(batcher.MaxItemsPerBatch, 'MaxItemsPerBatch', Number.MAX_SAFE_INTEGER)) ?? items.length;
  const bytes = await asked(batcher.MaxInputBytesPerBatch, 'MaxInputBytesPerBatch', limits.payloadBytes);
  const common =
    batcher.BatchInput === undefined
      ? {}
      : { BatchInput: await turn.evaluate(frame, batcher.BatchInput, 'ItemBatcher/BatchInput') };
  const overhead = bytesOf(JSON.stringify({ ...common, Items: [] }));
  return split(items, most, (bytes ?? limits.payloadBytes) - overhead).map((group) => ({
    input: { ...common, Items: group },
    size: group.length,
  }));
}

function split(items: readonly unknown[], most: number, bytes: number): unknown[][] {
  const groups: unknown[][] = [];
  let room = 0;
  for (const item of items) {
    const size = bytesOf(JSON.stringify(item)) + 1;
    const group = groups.at(-1);
    if (group && group.length < most && size <= room) {
      group.push(item);
      room -= size;
    } else {
      groups.push([item]);
      room = bytes - size;
    }
  }
  return groups;
}
