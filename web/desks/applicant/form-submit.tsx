import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#web/api/queries.ts';
import type { DraftDesk } from '#web/drafts/desk.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { FormView } from '#web/kit/form-view.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import type { CaseView } from './case-page.tsx';
import { type FieldName, formOf, missingIn } from './form-draft.ts';
import { inputId } from './form-field.tsx';

type Props = {
  readonly desk: DraftDesk;
  readonly application: CaseView['application'];
  readonly tried: () => void;
};

type Obstacle = { readonly missing: readonly FieldName[] } | 'unsaved';

/** Who gets it, by whom it was returned, if it was. */
function consequenceOf({ status, returned, recommender = '' }: Props['application']): Said {
  if (status !== 'returned' || !returned) return applicant.submitText(recommender);
  return returned.by === 'office' ? applicant.resubmitText.office : applicant.resubmitText.recommender(recommender);
}

/** The submission: what is missing first, then the document that is sent, then the act. */
export function FormSubmit({ desk, application, tried }: Props) {
  const tell = useTell();
  const ask = useConsequence();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const [isBusy, setBusy] = useState(false);
  const submit = useAct('post', '/applications/{applicationId}/submit');
  const { applicationId } = application;
  const verb = tell(application.status === 'returned' ? applicant.resubmit : applicant.submit);

  /** What stands on the server is what is submitted, so all of it has to be there. */
  const look = async (): Promise<Obstacle | undefined> => {
    const missing = missingIn(formOf(desk.draft().mine));
    if (missing.length > 0) return { missing };
    return (await desk.flush()) ? undefined : 'unsaved';
  };
  const begin = async (): Promise<void> => {
    tried();
    setBusy(true);
    const found = await look();
    setBusy(false);
    setObstacle(found);
    if (found) return;
    const done = await ask({
      title: tell(applicant.submitTitle),
      consequence: <Preview said={consequenceOf(application)} desk={desk} />,
      verb,
      seal: true,
      width: 760,
      act: () => submit.mutateAsync({ applicationId }),
    });
    if (!done) return;
    message.success(tell(applicant.submitted));
    await navigate({ to: '/applications/$applicationId', params: { applicationId } });
  };
  return (
    <div className="stack">
      {obstacle !== undefined && <Obstacles obstacle={obstacle} />}
      <div>
        <Button type="primary" danger loading={isBusy} onClick={begin}>
          {verb}
        </Button>
      </div>
    </div>
  );
}

function Preview({ said, desk }: { readonly said: Said; readonly desk: DraftDesk }) {
  const tell = useTell();
  return (
    <>
      <p>{tell(said)}</p>
      <div className="card" style={{ maxHeight: '50vh', overflowY: 'auto' }} tabIndex={-1}>
        <FormView form={formOf(desk.draft().mine)} />
      </div>
    </>
  );
}

function Obstacles({ obstacle }: { readonly obstacle: Obstacle }) {
  const tell = useTell();
  if (obstacle === 'unsaved') {
    return (
      <Alert type="warning" showIcon title={tell(applicant.unsavedTitle)} description={tell(applicant.unsavedHelp)} />
    );
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={tell(applicant.missingTitle)}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {obstacle.missing.map((field) => (
            <li key={field}>
              <a
                href={`#${inputId(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(inputId(field))?.focus();
                }}
              >
                {tell(paper[field])}
              </a>
            </li>
          ))}
        </ul>
      }
    />
  );
}
