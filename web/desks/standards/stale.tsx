import { Button } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';

/** Somebody else saved in the meantime: nothing is overwritten, and nothing on this page is lost until it is left. */
export function Stale({ reload }: { readonly reload: () => void }) {
  const tell = useTell();
  return (
    <div role="alert" className="card" style={{ borderLeft: '4px solid var(--warn)', marginBottom: 16 }}>
      <p style={{ fontWeight: 600 }}>{tell(m.stale)}</p>
      <p className="quiet">{tell(m.staleHelp)}</p>
      <Button onClick={reload}>{tell(m.loadNewest)}</Button>
    </div>
  );
}
