import type { Extra } from './context.ts';
import type { Frame, News } from './frames.ts';
import type { Turn } from './turn.ts';

/** How a state is left: where to, and what its Output and Assign may see. Without Output, `fallback` passes on. */
export type Departure = {
  readonly next: string | null;
  readonly assign: unknown;
  readonly output: unknown;
  readonly fallback: unknown;
  readonly extra: Extra;
};

export type Outcome = 'waits' | Departure;

/** What one type of state does. Throws StateError, which Retry and Catch then see. */
export type Handler<S> = {
  /** One attempt. */
  begin(turn: Turn, frame: Frame, state: S): Promise<Outcome>;
  hear(turn: Turn, frame: Frame, state: S, news: News): Promise<Outcome>;
};

type Leaving = { readonly Next?: string; readonly Assign?: unknown; readonly Output?: unknown };

/** Leaves with a result, which Output and Assign see as `$states.result`. */
export const withResult = (state: Leaving, result: unknown): Departure => ({
  next: state.Next ?? null,
  assign: state.Assign,
  output: state.Output,
  fallback: result,
  extra: { result },
});

/** Leaves a state that has no result: its input passes on. */
export const withInput = (state: Leaving, frame: Frame): Departure => ({
  next: state.Next ?? null,
  assign: state.Assign,
  output: state.Output,
  fallback: frame.input,
  extra: {},
});

/** For states that never wait. */
export const hearsNothing = (): Promise<Outcome> => Promise.resolve('waits');
