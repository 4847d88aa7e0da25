import { useEffect, useRef } from 'react';
import { actOf, type DeskAct, type Place } from './desk-keys.ts';

const TEXT =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable="true"]';
/** What does something itself with Enter or the arrows. */
const OWN = 'a, button:not([aria-pressed="true"]), [role=tab], [role=separator], [role=radio], input';

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest(TEXT)) return 'text';
  if (target.closest('[data-reading]')) return 'reading';
  return target.closest(OWN) ? 'button' : 'elsewhere';
}

/** A dialog or a drawer has the keys while it is open. */
const isCovered = (): boolean =>
  [...document.querySelectorAll('[role=dialog]')].some((dialog) => dialog.getClientRects().length > 0);

/** Listens for the keys of the desk, wherever on the page the focus is. `run` says whether it did something. */
export function useDeskKeys(run: (act: DeskAct) => boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isCovered()) return;
      const act = actOf(event, placeOf(event.target));
      if (act && latest.current(act)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
