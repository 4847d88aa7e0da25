import { Button } from 'antd';
import { useState } from 'react';
import type { Objector } from '#domain/objections';
import { useTell } from '#web/messages/language.tsx';
import { objections } from '#web/messages/objections.ts';
import type { Objection } from './objection-page.tsx';

/** Who objects: not on the screen until somebody who may see it wants it there. */
export function ObjectorCard({ objection: { objector, channel } }: { readonly objection: Objection }) {
  const tell = useTell();
  const [shown, setShown] = useState(false);
  return (
    <section className="card" aria-label={tell(objections.objector)}>
      <h2 style={{ marginBottom: 8 }}>{tell(objections.objector)}</h2>
      {!objector && (
        <p className="quiet" style={{ margin: 0 }}>
          {tell(channel === 'ex-officio' ? objections.objectorNone : objections.objectorNotShown)}
        </p>
      )}
      {objector && (
        <>
          <p className="quiet">{tell(objections.objectorHidden)}</p>
          <Button onClick={() => setShown(!shown)} aria-expanded={shown}>
            {tell(shown ? objections.hideObjector : objections.showObjector)}
          </Button>
          {shown && <Identity objector={objector} />}
        </>
      )}
    </section>
  );
}

function Identity({ objector }: { readonly objector: Objector }) {
  const tell = useTell();
  return (
    <dl className="facts" style={{ marginTop: 12 }}>
      <dt>{tell(objector.kind === 'unit' ? objections.unit : objections.person)}</dt>
      <dd>{objector.name}</dd>
      {objector.kind === 'person' ? (
        <>
          <dt>{tell(objections.workplace)}</dt>
          <dd>{objector.unit}</dd>
          <dt>{tell(objections.phone)}</dt>
          <dd className="figures">{objector.phone}</dd>
        </>
      ) : (
        <>
          <dt>{tell(objections.contact)}</dt>
          <dd className="figures">{objector.contact}</dd>
          <dt>{tell(objections.seal)}</dt>
          <dd>{tell(objector.sealFileId ? objections.sealThere : objections.sealMissing)}</dd>
        </>
      )}
    </dl>
  );
}
