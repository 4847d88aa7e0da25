import { useEffect, useState } from 'react';
import type { ShownEvent } from './events.ts';
import { type Verified, verifyChain } from './verify-chain.ts';

export type Verdict =
  | { readonly state: 'checking'; readonly done: number }
  | { readonly state: 'checked'; readonly brokenAt?: number; readonly why?: Verified['why'] }
  | { readonly state: 'impossible' };

/** A chain verified here, in the page, by the browser's own hashing. */
export function useVerified(events: readonly ShownEvent[] | undefined): Verdict {
  const [verdict, setVerdict] = useState<Verdict>({ state: 'checking', done: 0 });
  useEffect(() => {
    if (!events) return;
    // Browsers hash only over HTTPS or on the machine itself.
    if (!globalThis.crypto?.subtle) return setVerdict({ state: 'impossible' });
    const stop = new AbortController();
    setVerdict({ state: 'checking', done: 0 });
    const progress = ({ done }: Verified): void => {
      if (!stop.signal.aborted) setVerdict({ state: 'checking', done });
    };
    void verifyChain(events, progress, stop.signal).then(({ done: _, ...outcome }) => {
      if (!stop.signal.aborted) setVerdict({ state: 'checked', ...outcome });
    });
    return () => stop.abort();
  }, [events]);
  return verdict;
}
