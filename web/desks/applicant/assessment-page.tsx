import { Link, useParams } from '@tanstack/react-router';
import { mayEdit } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { useDraft } from '#web/drafts/use-draft.ts';
import { AssessmentView } from '#web/kit/assessment-view.tsx';
import { Empty, Show, Trouble, Waiting } from '#web/kit/states.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import { assessmentDraft } from './assessment-draft.ts';
import { AssessmentEditor, type SeenStandard } from './assessment-editor.tsx';
import type { CaseView } from './case-page.tsx';
import { deskOf } from './next-step.ts';
import { PaperPage } from './paper-page.tsx';
import { ReturnedCard } from './returned-card.tsx';

/** The self-assessment beside the standard: written while it is on the applicant's desk, read otherwise. */
export function AssessmentPage() {
  const { applicationId } = useParams({ from: '/desk/applications/$applicationId/assessment' });
  const tell = useTell();
  return (
    <PaperPage applicationId={applicationId} title={tell(applicant.assessmentTitle)}>
      {(view) => <WithStandard view={view} />}
    </PaperPage>
  );
}

function WithStandard({ view }: { readonly view: CaseView }) {
  const { standardId = '', standardVersion = 0 } = view.application;
  const standard = useRead('/standards/{standardId}/{standardVersion}', { standardId, standardVersion });
  return <Show of={standard}>{(content) => <Assessment view={view} standard={content} />}</Show>;
}

type Props = { readonly view: CaseView; readonly standard: SeenStandard };

function Assessment({ view, standard }: Props) {
  const actor = useActor();
  const { application, assessment } = view;
  const { organizationId = '', status } = application;
  if (mayEdit(actor, { organizationId }) && deskOf(status) === 'assessment') {
    return <Writing view={view} standard={standard} />;
  }
  return assessment ? (
    <Reading view={view} standard={standard} assessment={assessment} />
  ) : (
    <Empty title={applicant.assessmentNotYet} help={applicant.assessmentNotYetHelp} />
  );
}

function Reading({ view, standard, assessment }: Props & { assessment: NonNullable<CaseView['assessment']> }) {
  const tell = useTell();
  const { applicationId } = view.application;
  const { data } = useRead('/applications/{applicationId}/evidence', { applicationId });
  return (
    <>
      <p>
        <Link to="/applications/$applicationId/print" params={{ applicationId }}>
          {tell(applicant.printView)}
        </Link>
      </p>
      <section className="card" aria-labelledby="assessment-written">
        <h2 id="assessment-written">{tell(applicant.written)}</h2>
        <AssessmentView standard={standard} assessment={assessment} {...(data && { evidence: data.items })} />
      </section>
    </>
  );
}

function Writing({ view: { application }, standard }: Props) {
  const { desk, error, retry } = useDraft(assessmentDraft(application.applicationId, standard));
  if (!desk) return error === undefined ? <Waiting /> : <Trouble error={error} retry={retry} />;
  return (
    <>
      <ReturnedCard application={application} />
      <AssessmentEditor desk={desk} standard={standard} application={application} />
    </>
  );
}
