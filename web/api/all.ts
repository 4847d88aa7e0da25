import { useQuery } from '@tanstack/react-query';
import { type AnswerOf, ask, type InputOf } from './client.ts';
import type { ItemOf, Paged, PagedPath } from './queries.ts';

type All<P extends PagedPath> = {
  readonly items: readonly ItemOf<P>[];
  /** The first page, with what else it says. */
  readonly head: AnswerOf<'get', P>;
};

type Reading<P extends PagedPath> = {
  readonly signal: AbortSignal;
  /** Called after each page but the last with all that is there. */
  readonly came?: (items: readonly ItemOf<P>[]) => void;
};

/** Reads a list page after page to its end. */
export async function readAll<P extends PagedPath>(
  path: P,
  input: InputOf<'get', P>,
  { signal, came }: Reading<P>,
): Promise<All<P>> {
  const pageAt = (cursor?: string): Promise<AnswerOf<'get', P>> =>
    ask('get', path, { ...(input as object), ...(cursor && { cursor }) } as InputOf<'get', P>, { signal });
  const head = await pageAt();
  const items: ItemOf<P>[] = [];
  let page = head as Paged; // safe, as for each page: `PagedPath` are those that answer so
  for (;;) {
    items.push(...(page.items as ItemOf<P>[]));
    if (!page.cursor) return { items, head };
    came?.(items);
    page = (await pageAt(page.cursor)) as Paged;
  }
}

/** All pages of a list, for tables that sort and count the whole of it. */
export function useAll<P extends PagedPath>(
  path: P,
  input: InputOf<'get', P>,
  options: { readonly when?: boolean } = {},
) {
  return useQuery({
    queryKey: [path, input, 'all'],
    queryFn: ({ signal }) => readAll(path, { ...(input as object), limit: 200 } as InputOf<'get', P>, { signal }),
    enabled: options.when ?? true,
  });
}
