import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#web/api/queries.ts';
import type { DraftDesk } from '#web/drafts/desk.ts';
import { useDraftState } from '#web/drafts/use-draft.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { FormView } from '#web/kit/form-view.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { paper } from '#web/messages/applicant-form.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import type { CaseView } from './case-page.tsx';
import { formOf, missingIn } from './form-draft.ts';
import { inputId } from './form-field.tsx';
import { Obstacle } from './obstacle.tsx';

type Props = {
  readonly desk: DraftDesk;
  readonly application: CaseView['application'];
  readonly tried: () => void;
};

type Obstacles = 'missing' | 'unsaved';

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
  const [obstacle, setObstacle] = useState<Obstacles>();
  const [isBusy, setBusy] = useState(false);
  const submit = useAct('post', '/applications/{applicationId}/submit');
  const { applicationId } = application;
  const verb = tell(application.status === 'returned' ? applicant.resubmit : applicant.submit);

  /** What stands on the server is what is submitted, so all of it has to be there. */
  const look = async (): Promise<Obstacles | undefined> => {
    if (missingIn(formOf(desk.draft().mine)).length > 0) return 'missing';
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
      {obstacle !== undefined && <Obstacles obstacle={obstacle} desk={desk} />}
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

/** What is missing goes from the list as it is filled in. */
function Obstacles({ obstacle, desk }: { readonly obstacle: Obstacles; readonly desk: DraftDesk }) {
  const tell = useTell();
  const { mine } = useDraftState(desk);
  const missing = missingIn(formOf(mine));
  if (obstacle === 'unsaved') {
    return (
      <Obstacle title={applicant.unsavedTitle}>
        <p className="quiet">{tell(applicant.unsavedHelp)}</p>
      </Obstacle>
    );
  }
  if (missing.length === 0) return null;
  return (
    <Obstacle title={applicant.missingTitle}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {missing.map((field) => (
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
    </Obstacle>
  );
}
