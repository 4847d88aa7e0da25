import type { z } from 'zod';
import type { Context } from '#services/context';

/** Who signed in, as the token says; what they may do is read from the table. */
export type SignIn = { readonly personId: string; readonly username: string; readonly name: string };

/**
 * One operation: where it is, what it takes and gives, and the verb that it runs. The operations are data, so that
 * the router, the OpenAPI document and the tests read the same list.
 */
export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** `/applications/{applicationId}/submit`; its parameters are fields of the input. */
  readonly path: string;
  readonly tag: string;
  readonly zh: string;
  readonly en: string;
  readonly access: 'signed-in' | 'public';
  /** The verb's own input. A GET takes what is not in the path from the query, others from the JSON body. */
  readonly input: z.ZodObject;
  /** What is answered; whatever is not in it does not leave the house. */
  readonly answer: z.ZodType;
  readonly status: 200 | 201;
  /** A change of a document: `If-Match` is required and becomes the input's `version`. */
  readonly conditional: boolean;
  readonly run: (ctx: Context, input: never, signIn: SignIn) => Promise<unknown>;
};

type RouteOf<Input extends z.ZodObject, Answer extends z.ZodType> = Omit<
  Route,
  'input' | 'answer' | 'run' | 'access' | 'status' | 'conditional' | 'method' | 'path'
> & {
  readonly input: Input;
  readonly answer: Answer;
  readonly access?: Route['access'];
  readonly run: (ctx: Context, input: z.input<Input>, signIn: SignIn) => Promise<unknown>;
};

/** A route whose address, input and answer are known to the compiler. */
type TypedRoute<Method, Conditional, Path, Input, Answer> = Route & {
  readonly method: Method;
  readonly conditional: Conditional;
  readonly path: Path;
  readonly input: Input;
  readonly answer: Answer;
};

const route =
  <Method extends Route['method'], Conditional extends boolean>(
    method: Method,
    status: Route['status'],
    conditional: Conditional,
  ) =>
  <const Path extends string, Input extends z.ZodObject, Answer extends z.ZodType>(
    path: Path,
    of: RouteOf<Input, Answer>,
  ): TypedRoute<Method, Conditional, Path, Input, Answer> => ({
    access: 'signed-in',
    ...of,
    method,
    path,
    status,
    conditional,
    // Safe: the router gives a route only what its own input schema describes, and the verb parses it again.
    run: of.run as Route['run'],
  });

/** Reads; its answer's `version` becomes the ETag. */
export const read = route('get', 200, false);
/** Makes something new. Takes an Idempotency-Key. */
export const make = route('post', 201, false);
/** Does something to what is there. Takes an Idempotency-Key. */
export const act = route('post', 200, false);
/** Does something to a document on condition of the ETag that was read, so that nothing unseen is approved. */
export const actOnVersion = route('post', 200, true);
/** Replaces a document, on condition of the ETag that was read. */
export const replace = route('put', 200, true);
/** Takes something away. */
export const takeAway = route('delete', 200, false);
