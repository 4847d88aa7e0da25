import { useCallback, useMemo, useState } from 'react';
import type { StandardContent } from '#domain/standards';
import type { Place } from './edit.ts';

type Step = { readonly content: StandardContent; readonly place: Place };
type History = {
  readonly past: readonly Step[];
  readonly now: Step;
  readonly future: readonly Step[];
  readonly kept: StandardContent;
};

/** How many steps back are kept. */
const DEEPEST = 200;

/** A standard while it is edited: what it says now, what is chosen in it, and the way back. */
export function useEditor(saved: StandardContent) {
  const [history, setHistory] = useState<History>({
    past: [],
    now: { content: saved, place: [] },
    future: [],
    kept: saved,
  });
  const { past, now, future, kept } = history;
  const change = useCallback((content: StandardContent, place?: Place): void => {
    setHistory((before) =>
      content === before.now.content
        ? before
        : {
            ...before,
            past: [...before.past, before.now].slice(-DEEPEST),
            now: { content, place: place ?? before.now.place },
            future: [],
          },
    );
  }, []);
  const choose = useCallback(
    (place: Place): void => setHistory((before) => ({ ...before, now: { ...before.now, place } })),
    [],
  );
  const undo = useCallback((): void => {
    setHistory((before) => {
      const last = before.past.at(-1);
      return last
        ? { ...before, past: before.past.slice(0, -1), now: last, future: [before.now, ...before.future] }
        : before;
    });
  }, []);
  const redo = useCallback((): void => {
    setHistory((before) => {
      const [next, ...rest] = before.future;
      return next ? { ...before, past: [...before.past, before.now], now: next, future: rest } : before;
    });
  }, []);
  /** What was sent is saved; what was typed meanwhile is not. */
  const keep = useCallback(
    (content: StandardContent): void => setHistory((before) => ({ ...before, kept: content })),
    [],
  );
  return useMemo(
    () => ({
      ...now,
      change,
      choose,
      undo,
      redo,
      keep,
      mayUndo: past.length > 0,
      mayRedo: future.length > 0,
      isChanged: now.content !== kept,
    }),
    [now, change, choose, undo, redo, keep, past, future, kept],
  );
}

export type Editor = ReturnType<typeof useEditor>;
