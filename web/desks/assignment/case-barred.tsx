import { Button } from 'antd';
import { useState } from 'react';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import { Barred } from './case-conflicts.tsx';

/** Who of the pool must keep away from this case; read only when it is asked for. */
export function CaseBarred({ applicationId }: { readonly applicationId: string }) {
  const tell = useTell();
  const [isShown, setShown] = useState(false);
  return (
    <section className="card">
      <div className="row spread">
        <h2>{tell(m.conflicts)}</h2>
        {!isShown && <Button onClick={() => setShown(true)}>{tell(m.showConflicts)}</Button>}
      </div>
      {isShown && <Barred applicationId={applicationId} />}
    </section>
  );
}
