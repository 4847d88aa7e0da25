import { useParams } from '@tanstack/react-router';
import type { Application } from '#domain/applications';
import { oversees } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { NotForYou } from '#web/kit/not-for-you.tsx';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, Since } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import { CaseDesk } from './case-desk.tsx';
import './recommender.css';

export type CaseView = AnswerOf<'get', '/applications/{applicationId}'>;
/** The desks see an application whole; only a reviewer sees part of it, and on another page. */
export type WholeCase = CaseView & { readonly application: Application };

const isWhole = (view: CaseView): view is WholeCase => view.application.status !== undefined;

/** One application: what was sent in, side by side, and what may be done with it. */
export function CasePage() {
  const { applicationId } = useParams({ from: '/desk/cases/$applicationId' });
  const view = useRead('/applications/{applicationId}', { applicationId });
  return <Show of={view}>{(seen) => (isWhole(seen) ? <Case key={applicationId} view={seen} /> : <NotForYou />)}</Show>;
}

function Case({ view }: { readonly view: WholeCase }) {
  const tell = useTell();
  const actor = useActor();
  const { application, dueBy } = view;
  const { cycleId, organizationName, applicationId, status, statusSince } = application;
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const list = oversees(actor) ? `/cycles/${cycleId}/applications` : `/recommendations/${cycleId}`;
  return (
    <Page
      title={organizationName}
      number={applicationId}
      crumbs={[{ label: cycle.data?.title ?? tell(cases.title), to: list }]}
      status={
        <span className="row">
          <Status state={status} />
          <span className="quiet">
            {tell(cases.standing)} <Since at={statusSince} />
          </span>
          {dueBy && (
            <span>
              {tell(cases.due)} <Countdown to={dueBy} />
            </span>
          )}
        </span>
      }
    >
      <Show of={cycle}>{(found) => <CaseDesk view={view} cycle={found} />}</Show>
    </Page>
  );
}
