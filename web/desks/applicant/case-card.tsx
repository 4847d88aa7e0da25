import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Status } from '#web/kit/status.tsx';
import { Countdown, When } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import { deskOf, progressOf } from './next-step.ts';
import { ProgressDots } from './progress.tsx';
import './applicant.css';

export type OwnApplication = AnswerOf<'get', '/me/applications'>['items'][number];

type CaseCardProps = {
  readonly application: OwnApplication;
  /** One below the heading that it stands under. */
  readonly heading: 'h2' | 'h3';
};

/** A case of mine: where it stands, what comes next, until when. */
export function CaseCard({ application, heading: Heading }: CaseCardProps) {
  const tell = useTell();
  const { applicationId, organizationName, cycleId, status, statusSince, dueBy } = application;
  const { data: cycle } = useRead('/cycles/{cycleId}', { cycleId });
  return (
    <section className="card case-card">
      <div className="row spread">
        <Heading>
          <Link to="/applications/$applicationId" params={{ applicationId }} className="case-name">
            {organizationName}
          </Link>
        </Heading>
        <span className="row">
          <Status state={status} />
          <When at={statusSince} />
        </span>
      </div>
      {cycle && <p className="quiet">{cycle.title}</p>}
      <ProgressDots progress={progressOf(application)} />
      <p className="row">
        <span>{tell(applicant.nextIs(tell(applicant.next[status])))}</span>
        {dueBy && deskOf(status) && <Countdown to={dueBy} />}
      </p>
    </section>
  );
}
