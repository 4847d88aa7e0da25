import type { ReactNode } from 'react';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import type { CaseView } from './case-page.tsx';

type PaperPageProps = {
  readonly applicationId: string;
  readonly title: string;
  readonly width?: 'reading';
  readonly children: (view: CaseView) => ReactNode;
};

/** The page of one of a case's papers: the way back to the case, where it stands and how long there is time. */
export function PaperPage({ applicationId, title, width, children }: PaperPageProps) {
  const tell = useTell();
  const read = useRead('/applications/{applicationId}', { applicationId });
  const { application, dueBy } = read.data ?? {};
  return (
    <Page
      title={title}
      crumbs={[
        { label: tell(applicant.title), to: '/applications' },
        { label: application?.organizationName ?? applicationId, to: `/applications/${applicationId}` },
      ]}
      {...(width && { width })}
      status={
        application?.status && (
          <span className="row">
            <Status state={application.status} />
            {dueBy && <Countdown to={dueBy} />}
          </span>
        )
      }
    >
      <Show of={read}>{children}</Show>
    </Page>
  );
}
