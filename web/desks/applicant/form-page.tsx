import { Link, useParams } from '@tanstack/react-router';
import { mayEdit } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { FormView } from '#web/kit/form-view.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import type { CaseView } from './case-page.tsx';
import { FormEditor } from './form-editor.tsx';
import { deskOf } from './next-step.ts';
import { PaperPage } from './paper-page.tsx';
import { ReturnedCard } from './returned-card.tsx';

/** The application form: written while it is on the applicant's desk, read otherwise. */
export function FormPage() {
  const { applicationId } = useParams({ from: '/desk/applications/$applicationId/form' });
  const tell = useTell();
  return (
    <PaperPage applicationId={applicationId} title={tell(applicant.formTitle)} width="reading">
      {(view) => <Form view={view} />}
    </PaperPage>
  );
}

function Form({ view }: { readonly view: CaseView }) {
  const tell = useTell();
  const actor = useActor();
  const { application, form = {} } = view;
  const { applicationId, organizationId = '', status } = application;
  const isWritten = mayEdit(actor, { organizationId }) && deskOf(status) === 'form';
  if (isWritten) {
    return (
      <>
        <ReturnedCard application={application} />
        <FormEditor application={application} />
      </>
    );
  }
  return (
    <>
      <p className="quiet row">
        {tell(applicant.notEditable)}
        <Link to="/applications/$applicationId/print" params={{ applicationId }}>
          {tell(applicant.printView)}
        </Link>
      </p>
      <section className="card" aria-labelledby="form-written">
        <h2 id="form-written">{tell(applicant.written)}</h2>
        <FormView form={form} />
      </section>
    </>
  );
}
