import type { ReactNode } from 'react';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';

/** Why something cannot be submitted yet, and where to go on. */
export function Obstacle({ title, children }: { readonly title: Said; readonly children: ReactNode }) {
  const tell = useTell();
  return (
    <div role="alert" className="card obstacle" style={{ borderLeft: '4px solid var(--warn)', width: '100%' }}>
      <p style={{ fontWeight: 600 }}>{tell(title)}</p>
      {children}
    </div>
  );
}
