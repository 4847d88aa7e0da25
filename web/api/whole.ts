import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { readAll } from './all.ts';
import type { InputOf } from './client.ts';
import type { ItemOf, PagedPath } from './queries.ts';

type WholeOptions = {
  /** False while something that the question needs is not known yet. */
  readonly when?: boolean;
  /** Ask anew after so many milliseconds. */
  readonly every?: number;
  /** What tells two items apart: one that moved between two pages while they were read stands once. */
  readonly key: string;
};

/** A first reading shows what is there from time to time, not with each page: a long table is sorted anew each time. */
const SHOWN_EVERY = 1500;

const once = <Item>(items: readonly Item[], key: string): readonly Item[] => [
  ...new Map(items.map((item) => [(item as Record<string, unknown>)[key], item])).values(),
];

/**
 * A long list whole, for a table that is sorted and filtered where it stands: page after page, with what is there
 * already shown meanwhile. Asked for anew, what was read before stays until all of it is there again.
 */
export function useWhole<P extends PagedPath>(path: P, input: InputOf<'get', P>, options: WholeOptions) {
  const client: QueryClient = useQueryClient();
  const [loaded, setLoaded] = useState<number>();
  const queryKey = [path, input, 'whole'];
  const query = useQuery<readonly ItemOf<P>[]>({
    queryKey,
    queryFn: async ({ signal }) => {
      const isFirst = client.getQueryData(queryKey) === undefined;
      let shownAt = Number.NEGATIVE_INFINITY;
      const came = (items: readonly ItemOf<P>[]): void => {
        if (performance.now() - shownAt <= SHOWN_EVERY) return;
        shownAt = performance.now();
        setLoaded(items.length);
        if (isFirst) client.setQueryData(queryKey, once(items, options.key));
      };
      try {
        return once((await readAll(path, input, { signal, came })).items, options.key);
      } finally {
        setLoaded(undefined);
      }
    },
    enabled: options.when ?? true,
    // Comparing a season's families with those before, field by field, would cost more than drawing them.
    structuralSharing: false,
    ...(options.every !== undefined && { refetchInterval: options.every }),
  });
  return useMemo(
    () => ({
      data: query.data,
      error: query.error,
      refetch: query.refetch,
      /** How many came so far, while they are still coming. */
      loading: query.isFetching ? (loaded ?? 0) : undefined,
    }),
    [query.data, query.error, query.refetch, query.isFetching, loaded],
  );
}
