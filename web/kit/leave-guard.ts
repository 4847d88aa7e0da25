import { useBlocker } from '@tanstack/react-router';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { useConsequence } from './consequence.tsx';

/** Asks whether changes that were not saved may be lost. */
export function useLeaving(): () => Promise<boolean> {
  const tell = useTell();
  const ask = useConsequence();
  return () =>
    ask({
      title: tell(kit.leaveTitle),
      consequence: tell(kit.leaveHelp),
      verb: tell(kit.leave),
      act: async () => undefined,
    });
}

/**
 * Asks before changes that were not saved are left behind: for another page, or for another part of this one where
 * `part` names what of the address tells the parts apart.
 */
export function useLeaveGuard(isChanged: boolean, part?: string): void {
  const leaves = useLeaving();
  useBlocker({
    disabled: !isChanged,
    enableBeforeUnload: isChanged,
    shouldBlockFn: async ({ current, next }) => {
      if (placeOf(current, part) === placeOf(next, part)) return false;
      return !(await leaves());
    },
  });
}

type Location = { readonly pathname: string; readonly search: object };

const placeOf = ({ pathname, search }: Location, part = ''): string =>
  JSON.stringify([pathname, (search as Readonly<Record<string, unknown>>)[part]]);
