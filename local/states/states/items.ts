import type { MapState } from '../definition.ts';
import { StateError } from '../errors.ts';
import type { Frame, MapItem } from '../frames.ts';
import type { Turn } from '../turn.ts';

/** What a Map goes over when it reads no file: an array, or the members of an object. */
export async function itemsOf(turn: Turn, frame: Frame, state: MapState): Promise<unknown[]> {
  const items = state.Items === undefined ? frame.input : await turn.evaluate(frame, state.Items, 'Items');
  if (Array.isArray(items)) return items;
  if (typeof items === 'object' && items !== null) {
    return Object.entries(items).map(([Key, Value]) => ({ Key, Value }));
  }
  throw new StateError(
    'States.QueryEvaluationError',
    `The Items of ${frame.state} are no array: ${JSON.stringify(items)}`,
  );
}

/** The input of one iteration. */
export const selected = async (turn: Turn, frame: Frame, state: MapState, item: MapItem): Promise<unknown> =>
  state.ItemSelector === undefined ? item.Value : turn.evaluate(frame, state.ItemSelector, 'ItemSelector', { item });
