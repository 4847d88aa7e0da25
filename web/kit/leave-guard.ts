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

/** Asks before changes that were not saved are left behind. */
export function useLeaveGuard(isChanged: boolean): void {
  const leaves = useLeaving();
  useBlocker({
    disabled: !isChanged,
    enableBeforeUnload: isChanged,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname) return false;
      return !(await leaves());
    },
  });
}
