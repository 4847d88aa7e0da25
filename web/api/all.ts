import { useQuery } from '@tanstack/react-query';
import { type AnswerOf, ask, type InputOf } from './client.ts';
import type { ItemOf, PagedPath } from './queries.ts';

type Paged = { readonly items: readonly unknown[]; readonly cursor?: string | undefined };

/** All pages of a list, for tables that sort and count the whole of it; `head` is the first page with what else it has. */
export function useAll<P extends PagedPath>(
  path: P,
  input: InputOf<'get', P>,
  options: { readonly when?: boolean } = {},
) {
  return useQuery({
    queryKey: [path, input, 'all'],
    queryFn: async ({ signal }) => {
      const items: ItemOf<P>[] = [];
      let head: AnswerOf<'get', P> | undefined;
      let cursor: string | undefined;
      do {
        const asked = { ...(input as object), limit: 200, ...(cursor && { cursor }) } as InputOf<'get', P>;
        const page = await ask('get', path, asked, { signal });
        head ??= page;
        const { items: more, cursor: next } = page as Paged;
        items.push(...(more as ItemOf<P>[]));
        cursor = next;
      } while (cursor);
      return { items, head };
    },
    enabled: options.when ?? true,
  });
}
