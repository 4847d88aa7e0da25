import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { Application } from '#domain/applications';
import { type Cycle, type CycleCategory, categoryOf } from '#domain/cycles';
import { isConflicted, mayCheck } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { isTimeFor } from '#domain/stages';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import { progress } from '#web/messages/progress.ts';
import { CaseAdjustments } from './case-adjustments.tsx';
import { CaseBarred } from './case-barred.tsx';
import { CaseComponents } from './case-components.tsx';
import { CaseDiscussions } from './case-discussions.tsx';
import { CasePanel } from './case-panel.tsx';
import { CaseTeam } from './case-team.tsx';
import { CaseVetoes } from './case-vetoes.tsx';
import './assignment.css';

/** What every part of the page knows of the case. */
export type OfCase = {
  readonly applicationId: string;
  readonly organizationName: string;
  readonly status: Application['status'] | undefined;
  readonly cycle: Cycle;
  readonly category: CycleCategory | undefined;
  /** The officer may act in this case at all; whether now, each part knows. */
  readonly mayAct: boolean;
  readonly isOpen: boolean;
};

/** The review of one case at the office's desk: seats, visits, what is entered beside the sheets. No score while open. */
export function CaseReviewPage() {
  const { applicationId } = useParams({ from: '/desk/cases/$applicationId/review' });
  const read = useRead('/applications/{applicationId}', { applicationId });
  const cycleId = read.data?.application.cycleId ?? '';
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { when: cycleId !== '' });
  return (
    <Show of={read}>
      {({ application }) => <Show of={cycle}>{(known) => <CaseReview application={application} cycle={known} />}</Show>}
    </Show>
  );
}

type Props = {
  readonly application: AnswerOf<'get', '/applications/{applicationId}'>['application'];
  readonly cycle: Cycle;
};

const states: readonly (string | undefined)[] = [
  'draft',
  'submitted',
  'returned',
  'recommended',
  'accepted',
  'self-assessing',
];

function CaseReview({ application, cycle }: Props) {
  const { applicationId, organizationName = '', organizationId = '', categoryId = '', status } = application;
  const tell = useTell();
  const names = useNames();
  const actor = useActor();
  const { cycleId, title } = cycle;
  const of: OfCase = {
    applicationId,
    organizationName,
    status,
    cycle,
    category: categoryOf(cycle, categoryId),
    mayAct: mayCheck(actor) && !isConflicted(actor, { organizationId, organizationName }),
    isOpen: isTimeFor('review', cycle),
  };
  return (
    <Page
      title={organizationName}
      number={names.category(categoryId)}
      crumbs={[
        { label: title, to: `/cycles/${cycleId}` },
        { label: tell(progress.title), to: `/cycles/${cycleId}/progress` },
      ]}
      status={status && <Status state={status} />}
      actions={<Elsewhere of={of} />}
    >
      <div className="stack">
        {of.isOpen && <p className="quiet">{tell(m.noScores)}</p>}
        {isRoundClosed(cycle) && <Alert type="info" showIcon title={tell(m.closed)} />}
        {states.includes(status) && <Alert type="info" showIcon title={tell(m.notReviewing)} />}
        <CasePanel of={of} />
        {of.category?.siteTeam !== undefined && <CaseTeam of={of} />}
        <div className="assignment-grid">
          <CaseComponents of={of} />
          <CaseAdjustments of={of} />
          <CaseVetoes of={of} />
        </div>
        <CaseDiscussions of={of} />
        <CaseBarred applicationId={applicationId} />
      </div>
    </Page>
  );
}

function Elsewhere({ of: { applicationId, cycle, category } }: { readonly of: OfCase }) {
  const tell = useTell();
  const { cycleId } = cycle;
  return (
    <>
      <Link to="/cases/$applicationId" params={{ applicationId }}>
        {tell(m.toCase)}
      </Link>
      <Link to="/cycles/$cycleId/assignment" params={{ cycleId }} search={{ tab: 'why', applicationId }}>
        {tell(m.toWhyNot)}
      </Link>
      {cycle.resultId && category && (
        <LinkButton
          to="/cycles/$cycleId/results/$categoryId/$applicationId"
          params={{ cycleId, categoryId: category.categoryId, applicationId }}
        >
          {tell(m.toResult)}
        </LinkButton>
      )}
    </>
  );
}
