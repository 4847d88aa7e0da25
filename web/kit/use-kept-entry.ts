import { useMe } from '#web/api/actor.ts';
import { isSignedOut } from '#web/api/problem.ts';
import { entryLeft, forgetEntry, keepEntry } from '#web/drafts/kept-entry.ts';

/** What is typed in a dialog, for whoever has to sign in again before it can be done, which leaves the page. */
export function useKeptEntry<Values extends object>(title: string) {
  const { data: me } = useMe();
  const place = { personId: me?.personId ?? '', dialog: `${location.pathname} ${title}` };
  return {
    /** What stood in this dialog when the sign-in had ended. */
    left: (): Partial<Values> | undefined => entryLeft(place) as Partial<Values> | undefined, // kept by this dialog only
    /** Does it; what was typed is forgotten once it is done, and kept where the sign-in has ended. */
    async doing(values: Values, act: () => Promise<unknown>): Promise<void> {
      try {
        await act();
        forgetEntry();
      } catch (error) {
        if (isSignedOut(error)) keepEntry({ ...place, values });
        throw error;
      }
    },
    /** The dialog is closed; whoever has to sign in again finds it afterwards, whichever way they go there. */
    closing(trouble: unknown): void {
      if (!isSignedOut(trouble)) forgetEntry();
    },
  };
}
