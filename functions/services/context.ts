import { type Instant, millisOf } from '#domain/instants';
import type { Actor } from '#domain/people';
import type { Bucket } from '#store/bucket';
import type { Executions } from '#store/executions';
import type { Store } from '#store/store';

export type Logger = {
  info(message: string, details?: Readonly<Record<string, unknown>>): void;
  error(message: string, details?: Readonly<Record<string, unknown>>): void;
};

/** What the system runs on; built once at the edge. */
export type Dependencies = {
  readonly store: Store;
  readonly bucket: Bucket;
  readonly executions: Executions;
  readonly clock: { now(): Instant };
  readonly ids: { next(kind: string): string };
  readonly logger: Logger;
};

/** One request: what it runs on, who acts, and how it can be recognized when it comes again. */
export type Context = Dependencies & {
  readonly actor: Actor;
  readonly request: {
    readonly id: string;
    readonly idempotency?: { readonly key: string; readonly hash: string };
    /** When the person gave their password; refreshing a token does not change it. */
    readonly signedInAt?: Instant;
  };
};

/** The context of a workflow's task, of the schedule or of the relay. */
export const systemContext = (on: Dependencies, process: string, requestId: string): Context => ({
  ...on,
  actor: { kind: 'system', process },
  request: { id: requestId },
});

/** For an act within another one of the same request: only the answer of the whole is kept under the caller's key. */
export function withoutKey(ctx: Context): Context {
  const { idempotency: _, ...request } = ctx.request;
  return { ...ctx, request };
}

export const isPast = (ctx: Pick<Context, 'clock'>, instant: Instant): boolean =>
  millisOf(ctx.clock.now()) > millisOf(instant);

/** Whether an instant is reached: for ends that are themselves too late, such as 24:00 of a last day. */
export const hasCome = (ctx: Pick<Context, 'clock'>, instant: Instant): boolean =>
  millisOf(ctx.clock.now()) >= millisOf(instant);
