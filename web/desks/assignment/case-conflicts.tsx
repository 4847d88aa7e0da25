import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Form } from 'antd';
import { barrierWords } from '#domain/barrier-words';
import type { Cycle } from '#domain/cycles';
import { useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import { CasePicker } from './pickers.tsx';

/** Who of the pool must not review a case, each with all reasons. */
export function CaseConflicts({ cycle: { cycleId } }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const navigate = useNavigate();
  const { applicationId } = useSearch({ from: '/desk/cycles/$cycleId/assignment' });
  return (
    <div className="reading stack">
      <p className="quiet">{tell(m.conflictsHelp)}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={tell(m.application)} htmlFor="conflicts-case">
          <CasePicker
            id="conflicts-case"
            cycleId={cycleId}
            value={applicationId}
            onChange={(chosen) =>
              navigate({
                to: '/cycles/$cycleId/assignment',
                params: { cycleId },
                search: { tab: 'conflicts', ...(chosen && { applicationId: chosen }) },
                replace: true,
              })
            }
          />
        </Form.Item>
      </Form>
      {applicationId && <Barred applicationId={applicationId} />}
    </div>
  );
}

/** The list itself; also on the review page of the case. */
export function Barred({ applicationId }: { readonly applicationId: string }) {
  const tell = useTell();
  const read = useRead('/applications/{applicationId}/conflicts', { applicationId });
  return (
    <Show of={read}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={m.nobodyBarred} />
        ) : (
          <section aria-live="polite">
            <p style={{ fontWeight: 600 }}>{tell(m.barredCount(items.length))}</p>
            <dl className="facts">
              {items.map(({ reviewerId, name, organizationName, conflicts }) => (
                <div key={reviewerId} style={{ display: 'contents' }}>
                  <dt>
                    <Link to="/experts/$reviewerId" params={{ reviewerId }}>
                      {name}
                    </Link>
                    <br />
                    <span className="quiet">{organizationName}</span>
                  </dt>
                  <dd>
                    {conflicts.map((conflict) => (
                      <div key={`${conflict.source}/${conflict.why}`}>
                        {tell(conflict)} <span className="quiet">{tell(barrierWords[conflict.source])}</span>
                      </div>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      }
    </Show>
  );
}
