import { useEffect } from 'react';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';

/** What the window is called while the page stands. */
export function useTitle(title: string): void {
  const tell = useTell();
  useEffect(() => {
    document.title = `${title} · ${tell(kit.product)}`;
  }, [title, tell]);
}
