import { Link, useParams } from '@tanstack/react-router';
import { CyclePlan } from '#domain/cycles';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { useTell } from '#web/messages/language.tsx';
import { office } from '#web/messages/office.ts';
import { wizard } from '#web/messages/wizard.ts';
import { PlanEditor } from './plan-editor.tsx';
import { stateOf } from './state.ts';
import { PlanSummary } from './summary.tsx';
import { TimelineView } from './timeline-view.tsx';
import { useReference } from './use-reference.ts';
import './wizard.css';

export type CycleView = AnswerOf<'get', '/cycles/{cycleId}'>;

const planFields = Object.keys(CyclePlan.shape);

/** What was planned of a cycle, without what became of it. */
export const planIn = (cycle: CycleView): CyclePlan =>
  CyclePlan.parse(Object.fromEntries(Object.entries(cycle).filter(([field]) => planFields.includes(field))));

/** The plan of a cycle: the wizard while it is a draft and one may change it, else the plan in words. */
export function PlanPage() {
  const { cycleId = '' } = useParams({ strict: false });
  const tell = useTell();
  const actor = useActor();
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const reference = useReference();
  const isEdited = cycle.data?.status === 'draft' && mayAdminister(actor);
  return (
    <Page
      title={tell(wizard.planTitle)}
      crumbs={[
        { label: tell(office.cycles), to: '/cycles' },
        { label: cycle.data?.title ?? '', to: `/cycles/${cycleId}` },
      ]}
      status={cycle.data && <Status state={cycle.data.status} />}
      width={isEdited ? 'reading' : 'full'}
    >
      <Show of={cycle}>
        {(data) => (
          <Show of={reference}>
            {(known) =>
              isEdited ? (
                <PlanEditor cycle={data} reference={known} />
              ) : (
                <div className="stack">
                  {data.status !== 'draft' && (
                    <p className="quiet">
                      {tell(wizard.notDraft)}{' '}
                      <Link to="/cycles/$cycleId" params={{ cycleId }}>
                        {tell(office.toBoard)}
                      </Link>
                    </p>
                  )}
                  <section className="card">
                    <PlanSummary plan={planIn(data)} taxonomy={known.taxonomy} />
                  </section>
                  <section className="card" aria-labelledby="plan-timeline">
                    <h2 id="plan-timeline">{tell(wizard.timeline)}</h2>
                    <TimelineView state={stateOf(planIn(data))} calendar={known.calendar} />
                  </section>
                </div>
              )
            }
          </Show>
        )}
      </Show>
    </Page>
  );
}
