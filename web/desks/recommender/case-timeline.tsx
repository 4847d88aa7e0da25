import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';

/** The case in words, the latest first. */
export function CaseTimeline({ applicationId }: { readonly applicationId: string }) {
  const tell = useTell();
  const timeline = useRead('/applications/{applicationId}/timeline', { applicationId });
  return (
    <section className="card" aria-labelledby="case-timeline">
      <h2 id="case-timeline">{tell(cases.timeline)}</h2>
      <Show of={timeline} rows={4}>
        {({ items }) => (
          <ol className="case-steps">
            {[...items].reverse().map((step) => (
              <li key={`${step.at}/${step.action}`}>
                <span className="quiet">
                  <When at={step.at} />
                </span>
                {tell(step)}
              </li>
            ))}
          </ol>
        )}
      </Show>
    </section>
  );
}
