import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRead } from '#web/api/queries.ts';
import { AssessmentView } from '#web/kit/assessment-view.tsx';
import { FormView } from '#web/kit/form-view.tsx';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { shanghaiMinute, useNow } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import type { CaseView } from './case-page.tsx';
import './applicant.css';

/** The form and the submitted self-assessment as paper: A4, to be sealed and kept. */
export function PrintPage() {
  const { applicationId } = useParams({ from: '/desk/applications/$applicationId/print' });
  const tell = useTell();
  const read = useRead('/applications/{applicationId}', { applicationId });
  const name = read.data?.application.organizationName ?? applicationId;
  return (
    <div className="print-page">
      <Page
        title={tell(applicant.printView)}
        crumbs={[
          { label: tell(applicant.title), to: '/applications' },
          { label: name, to: `/applications/${applicationId}` },
        ]}
        actions={
          <Button type="primary" onClick={() => window.print()}>
            {tell(applicant.print)}
          </Button>
        }
      >
        <Show of={read}>{(view) => <Paper view={view} />}</Show>
      </Page>
    </div>
  );
}

function Paper({ view: { application, form = {}, assessment } }: { readonly view: CaseView }) {
  const tell = useTell();
  const now = useNow();
  const { applicationId, cycleId = '', categoryId, organizationName, recommender } = application;
  const cycle = useRead('/cycles/{cycleId}', { cycleId }, { when: cycleId !== '' });
  const categories = useRead('/categories', {});
  const category = categories.data?.categories.find((each) => each.categoryId === categoryId)?.name;
  return (
    <article className="print-paper">
      <h2 className="serif" style={{ fontSize: 24 }}>
        {tell(applicant.printTitle(cycle.data?.title ?? ''))}
      </h2>
      <dl className="facts">
        <dt>{tell(applicant.unit)}</dt>
        <dd>{organizationName}</dd>
        <dt>{tell(applicant.category)}</dt>
        <dd>{category}</dd>
        <dt>{tell(applicant.recommender)}</dt>
        <dd>{recommender}</dd>
      </dl>
      <FormView form={form} />
      <div className="print-seal">
        <span>{tell(applicant.signature)}</span>
        <span>{tell(applicant.signatureDate)}</span>
      </div>
      {assessment && <Assessment application={application} assessment={assessment} />}
      <p className="quiet figures" style={{ marginTop: 32, fontSize: 12 }}>
        {tell(applicant.caseNumber(applicationId))} · {tell(applicant.printedAt(shanghaiMinute(now)))}
      </p>
    </article>
  );
}

type AssessmentProps = {
  readonly application: CaseView['application'];
  readonly assessment: NonNullable<CaseView['assessment']>;
};

function Assessment({ application, assessment }: AssessmentProps) {
  const tell = useTell();
  const { applicationId, standardId = '', standardVersion = 0 } = application;
  const standard = useRead('/standards/{standardId}/{standardVersion}', { standardId, standardVersion });
  const evidence = useRead('/applications/{applicationId}/evidence', { applicationId });
  return (
    <section className="print-part">
      <h2 className="serif" style={{ fontSize: 20, textAlign: 'center', margin: '32px 0 16px' }}>
        {tell(applicant.printAssessment)}
      </h2>
      <Show of={standard}>
        {(content) => (
          <AssessmentView
            standard={content}
            assessment={assessment}
            {...(evidence.data && { evidence: evidence.data.items })}
          />
        )}
      </Show>
    </section>
  );
}
