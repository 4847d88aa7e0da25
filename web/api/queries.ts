import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import { actKeys } from './act-keys.ts';
import { type AnswerOf, ask, type InputOf, type Method, type PathOf } from './client.ts';
import { isProblem, Problem } from './problem.ts';

/** What the server refused is not asked again; what did not reach it is, twice. */
const again = (failures: number, error: Error): boolean =>
  failures < 2 && !(error instanceof Problem && error.code !== 'TryAgain');

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: again, staleTime: 5_000, networkMode: 'always' },
      mutations: { retry: again, networkMode: 'always' },
    },
  });

type ReadOptions = {
  /** Ask anew after so many milliseconds: for what changes while it is watched. */
  readonly every?: number;
  /** False while something that the question needs is not known yet. */
  readonly when?: boolean;
  /** Show the answer to the question before while the next one is under way. */
  readonly keep?: boolean;
  /** A refusal stands until it is asked for anew, however many parts of the page look at it. */
  readonly refusalStands?: boolean;
};

/** Reads one address; its key is `[path, input]`. */
export function useRead<P extends PathOf<'get'>>(path: P, input: InputOf<'get', P>, options: ReadOptions = {}) {
  return useQuery({
    queryKey: [path, input],
    queryFn: ({ signal }) => ask('get', path, input, { signal }),
    enabled: options.when ?? true,
    ...(options.every !== undefined && { refetchInterval: options.every }),
    ...(options.keep && { placeholderData: keepPreviousData }),
    ...(options.refusalStands && { retryOnMount: false }),
  });
}

export type Paged = { readonly items: readonly unknown[]; readonly cursor?: string | undefined };

/** The addresses that answer page by page. */
export type PagedPath = {
  [P in PathOf<'get'>]: AnswerOf<'get', P> extends Paged
    ? 'cursor' extends keyof AnswerOf<'get', P>
      ? P
      : never
    : never;
}[PathOf<'get'>];
export type ItemOf<P extends PagedPath> = AnswerOf<'get', P> extends { items: readonly (infer Item)[] } ? Item : never;

/** A long list page by page: `data.pages`, `fetchNextPage`, `hasNextPage`. */
export function usePages<P extends PagedPath>(path: P, input: InputOf<'get', P>, options: ReadOptions = {}) {
  return useInfiniteQuery({
    queryKey: [path, input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      ask('get', path, { ...(input as object), ...(pageParam && { cursor: pageParam }) } as InputOf<'get', P>, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Paged).cursor,
    enabled: options.when ?? true,
    ...(options.every !== undefined && { refetchInterval: options.every }),
  });
}

type ActOptions<Answer> = {
  readonly done?: (answer: Answer) => void;
  /** Paths whose answers are no longer true; all of them unless said. */
  readonly changes?: readonly PathOf<'get'>[];
};

/** Does something; what the screen shows of it is read anew afterwards. */
export function useAct<M extends Exclude<Method, 'get'>, P extends PathOf<M>>(
  method: M,
  path: P,
  { done, changes }: ActOptions<AnswerOf<M, P>> = {},
) {
  const client = useQueryClient();
  const [{ keyFor, answered }] = useState(actKeys);
  return useMutation({
    mutationFn: (input: InputOf<M, P>) => ask(method, path, input, { key: keyFor(input) }),
    onSuccess: async (answer, input) => {
      if (!answered(input)) return;
      await Promise.all(
        changes
          ? changes.map((each) => client.invalidateQueries({ queryKey: [each] satisfies QueryKey }))
          : [client.invalidateQueries()],
      );
      done?.(answer);
    },
    onError: (error, input) => {
      // A refusal is an answer: the next attempt is another act. What was not answered is asked again with the key.
      if (isProblem(error) && error.code !== 'TryAgain') answered(input);
      // What is shown is older than what the server knows: somebody, or another window, was here before.
      if (error instanceof Problem && (error.status === 409 || error.status === 412)) void client.invalidateQueries();
    },
  });
}
