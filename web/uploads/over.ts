import { type Place, samePlace } from './place.ts';
import type { Phase, UploadItem } from './queue.ts';

const ends: readonly Phase[] = ['done', 'refused', 'duplicate', 'unreadable', 'failed', 'cancelled'];

/** Whether nothing more happens to an upload by itself. */
export const isOver = ({ phase }: Pick<UploadItem, 'phase'>): boolean => ends.includes(phase);

/** What is over at a place: where one file is wanted, the next choice takes the place of it. */
export const overAt = <Item extends Pick<UploadItem, 'phase' | 'place'>>(
  items: readonly Item[],
  place: Place,
): readonly Item[] => items.filter((item) => isOver(item) && samePlace(item.place, place));
