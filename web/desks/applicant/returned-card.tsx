import { When } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import type { CaseView } from './case-page.tsx';
import { fieldName } from './field-name.ts';

/** Why the case was returned and what is to be corrected, as long as it is. */
export function ReturnedCard({ application }: { readonly application: CaseView['application'] }) {
  const tell = useTell();
  const { status, returned } = application;
  if (!returned || (status !== 'returned' && status !== 'supplementing')) return null;
  return (
    <section className="card" style={{ borderLeft: '4px solid var(--warn)' }}>
      <div className="row spread">
        <h2>{tell(applicant.returnedTitle[returned.by])}</h2>
        <When at={returned.at} />
      </div>
      <p style={{ whiteSpace: 'pre-wrap' }}>{returned.reason}</p>
      {returned.fields.length > 0 && (
        <>
          <p className="quiet">{tell(applicant.returnedFields(returned.fields.length))}</p>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {returned.fields.map(({ path, reason }) => (
              <li key={`${path}/${reason}`} className="as-written">
                <strong>{tell(fieldName(path))}</strong> {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
