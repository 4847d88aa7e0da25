import type { AnswerOf } from '#web/api/client.ts';

export type QueueItem = AnswerOf<'get', '/assignments'>['items'][number];

export type QueueState = 'pending' | 'open' | 'submitted';

/** What a reviewer has still to answer, to score, or has handed in. */
export const queueStateOf = ({ status }: Pick<QueueItem, 'status'>): QueueState => {
  if (status === 'pending') return 'pending';
  return status === 'submitted' ? 'submitted' : 'open';
};

export const countsOf = (items: readonly Pick<QueueItem, 'status'>[]): Readonly<Record<QueueState | 'all', number>> => {
  const count = (state: QueueState): number => items.filter((item) => queueStateOf(item) === state).length;
  return { all: items.length, pending: count('pending'), open: count('open'), submitted: count('submitted') };
};

/** The next deadline among what is not handed in; the queue comes with what is due first in front. */
export const nextDueOf = (items: readonly Pick<QueueItem, 'status' | 'dueAt'>[]): string | undefined =>
  items.find((item) => queueStateOf(item) !== 'submitted')?.dueAt;

type Filter = { readonly state?: QueueState | undefined; readonly category?: string | undefined };

/** What is still to be done stands in front, what is due first before the rest of it; what is handed in is behind. */
export function filtered(items: readonly QueueItem[], { state, category }: Filter): readonly QueueItem[] {
  const shown = items.filter(
    (item) => (!state || queueStateOf(item) === state) && (!category || item.categoryId === category),
  );
  const isIn = (item: QueueItem): boolean => queueStateOf(item) === 'submitted';
  return [...shown.filter((item) => !isIn(item)), ...shown.filter(isIn)];
}
