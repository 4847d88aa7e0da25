import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';

/** What happened to the case, the latest first. */
export function CaseTimeline({ applicationId }: { readonly applicationId: string }) {
  const tell = useTell();
  const read = useRead('/applications/{applicationId}/timeline', { applicationId });
  return (
    <section className="card">
      <h2 style={{ marginBottom: 8 }}>{tell(applicant.timeline)}</h2>
      <Show of={read} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{tell(applicant.timelineNone)}</p>
          ) : (
            <ol className="case-line">
              {[...items].reverse().map((entry) => (
                <li key={`${entry.at}/${entry.action}`}>
                  <When at={entry.at} />
                  <span>{tell(entry)}</span>
                </li>
              ))}
            </ol>
          )
        }
      </Show>
    </section>
  );
}
