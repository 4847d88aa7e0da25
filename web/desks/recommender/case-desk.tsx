import { Alert } from 'antd';
import { useMemo, useState } from 'react';
import { isConflicted } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';
import { CaseActs } from './case-acts.tsx';
import type { WholeCase } from './case-page.tsx';
import { CasePapers } from './case-papers.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { namesOfAssessment, namesOfForm } from './field-names.ts';
import { LastReturn } from './last-return.tsx';
import { useMarks } from './marks.ts';
import { useReturning } from './use-returning.tsx';
import { WalkBar } from './walk-bar.tsx';

type CaseDeskProps = { readonly view: WholeCase; readonly cycle: AnswerOf<'get', '/cycles/{cycleId}'> };

/** What is being returned: the form before it is accepted, the self-assessment after. */
export type Returned = 'form' | 'assessment';

/** The case with its acts: a form and a self-assessment to be read, ticked where they must be corrected. */
export function CaseDesk({ view, cycle }: CaseDeskProps) {
  const tell = useTell();
  const actor = useActor();
  const { application } = view;
  const { applicationId, organizationName: unit, standardId, standardVersion } = application;
  const [returning, setReturning] = useState<Returned>();
  const [marks, setMarks] = useMarks(applicationId);
  const standard = useRead(
    '/standards/{standardId}/{standardVersion}',
    { standardId, standardVersion },
    { when: view.assessment !== undefined },
  );
  const returnForm = useAct('post', '/applications/{applicationId}/return');
  const returnAssessment = useAct('post', '/applications/{applicationId}/assessment/return');
  const names = useMemo(
    () => (standard.data && returning === 'assessment' ? namesOfAssessment(tell, standard.data) : namesOfForm(tell)),
    [tell, standard.data, returning],
  );
  const { tickAt, bar } = useReturning({
    ...{ unit, names, marks, setMarks },
    body: returning === 'assessment' ? cases.letterSupplement(cycle.title) : cases.letterBody(cycle.title),
    days: cycle.correctionDays,
    // Safe: the paths are those of `names`, which are the ones that the API takes.
    send: (reason, fields) =>
      returning === 'assessment'
        ? returnAssessment.mutateAsync({ applicationId, reason, fields })
        : returnForm.mutateAsync({ applicationId, reason, fields: fields as never }),
    end: () => setReturning(undefined),
  });
  const conflicted = isConflicted(actor, application);
  return (
    <div className="stack">
      <WalkBar applicationId={applicationId} isHeld={returning !== undefined} />
      {conflicted && (
        <Alert type="warning" showIcon title={tell(cases.conflict)} description={tell(cases.conflictHelp)} />
      )}
      {!conflicted && returning === undefined && <CaseActs view={view} cycle={cycle} beginReturn={setReturning} />}
      <LastReturn application={application} rank={view.rank} names={namesOfForm(tell)} />
      <CasePapers view={view} standard={standard} returning={returning} tickAt={tickAt} />
      <CaseTimeline applicationId={applicationId} />
      {returning && bar}
    </div>
  );
}
