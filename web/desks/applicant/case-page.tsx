import { Link, useParams } from '@tanstack/react-router';
import { isUnderWay } from '#domain/applications';
import { mayEdit } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, When } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import { Avoidances } from './avoidances.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { deskOf, isBeforeReview, progressOf } from './next-step.ts';
import { Outcome } from './outcome.tsx';
import { ProgressDots } from './progress.tsx';
import { ReturnedCard } from './returned-card.tsx';
import { Withdraw } from './withdraw.tsx';

export type CaseView = AnswerOf<'get', '/applications/{applicationId}'>;

/** A case of mine: where it stands since when, what is next, what was said of it, what can be done. */
export function CasePage() {
  const { applicationId } = useParams({ from: '/desk/applications/$applicationId' });
  const tell = useTell();
  const read = useRead('/applications/{applicationId}', { applicationId }, { every: 60_000 });
  const application = read.data?.application;
  return (
    <Page
      key={application?.organizationName}
      title={application?.organizationName ?? tell(applicant.title)}
      crumbs={[{ label: tell(applicant.title), to: '/applications' }]}
      status={
        application?.status && (
          <span className="row">
            <Status state={application.status} />
            {application.statusSince && <When at={application.statusSince} />}
          </span>
        )
      }
      actions={<DeskButton view={read.data} />}
    >
      <Show of={read}>{(view) => <Case view={view} />}</Show>
    </Page>
  );
}

/** The one thing to do now, if it is the applicant's turn. */
function DeskButton({ view }: { readonly view: CaseView | undefined }) {
  const tell = useTell();
  const actor = useActor();
  const desk = deskOf(view?.application.status);
  if (!view || !desk || !isMine(view, actor)) return null;
  const { applicationId, status } = view.application;
  const isCorrection = status === 'returned' || status === 'supplementing';
  return (
    <>
      {view.dueBy && <Countdown to={view.dueBy} />}
      <LinkButton primary to={`/applications/$applicationId/${desk}`} params={{ applicationId }}>
        {tell(isCorrection ? applicant.correct[desk] : applicant.goOn[desk])}
      </LinkButton>
    </>
  );
}

const isMine = ({ application: { organizationId = '' } }: CaseView, actor: ReturnType<typeof useActor>): boolean =>
  mayEdit(actor, { organizationId });

function Case({ view }: { readonly view: CaseView }) {
  const actor = useActor();
  const { application } = view;
  const { applicationId, status, cycleId = '' } = application;
  const { data: cycle } = useRead('/cycles/{cycleId}', { cycleId }, { when: cycleId !== '' });
  const mine = isMine(view, actor);
  return (
    <div className="stack">
      <section className="card case-card">
        <ProgressDots progress={progressOf(application)} />
        <Next view={view} />
      </section>
      <Outcome application={application} />
      <ReturnedCard application={application} />
      <Facts view={view} cycleTitle={cycle?.title} />
      <CaseTimeline applicationId={applicationId} />
      {mine && cycle && <Avoidances applicationId={applicationId} mayFile={isBeforeReview(status, cycle)} />}
      {mine && isUnderWay(application) && <Withdraw application={application} />}
    </div>
  );
}

function Next({ view: { application, dueBy } }: { readonly view: CaseView }) {
  const tell = useTell();
  if (!application.status) return null;
  return (
    <p className="row">
      <strong>{tell(applicant.nextIs(tell(applicant.next[application.status])))}</strong>
      {dueBy && <Countdown to={dueBy} />}
    </p>
  );
}

function Facts({ view: { application, assessment }, cycleTitle }: { view: CaseView; cycleTitle: string | undefined }) {
  const tell = useTell();
  const { applicationId, categoryId, recommender, submissions = 0, opinion, reason } = application;
  const { data } = useRead('/categories', {});
  const category = data?.categories.find((each) => each.categoryId === categoryId)?.name;
  const facts = [
    [applicant.cycle, cycleTitle],
    [applicant.category, category],
    [applicant.recommender, recommender],
    [applicant.opinion, opinion],
    [applicant.reasonGiven, reason],
  ] as const;
  return (
    <section className="card">
      <dl className="facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={tell(label)} style={{ display: 'contents' }}>
                <dt>{tell(label)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="row" style={{ marginTop: 12 }}>
        <Link to="/applications/$applicationId/form" params={{ applicationId }}>
          {tell(applicant.seeForm)}
        </Link>
        {assessment && (
          <Link to="/applications/$applicationId/assessment" params={{ applicationId }}>
            {tell(applicant.seeAssessment)}
          </Link>
        )}
        {submissions > 0 && (
          <Link to="/applications/$applicationId/print" params={{ applicationId }}>
            {tell(applicant.printView)}
          </Link>
        )}
      </p>
    </section>
  );
}
