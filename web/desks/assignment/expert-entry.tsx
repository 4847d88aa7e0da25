import { Alert, App, Button, Form } from 'antd';
import { useState } from 'react';
import type { Reviewer } from '#domain/reviews';
import { isProblem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { useFieldErrors } from '#web/kit/form-errors.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { Trouble } from '#web/kit/states.tsx';
import { experts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import { type ProfileValues, profileOf, valuesOf } from './profile.ts';
import { ProfileFields } from './profile-form.tsx';

type Entry = Reviewer & { readonly version: number };
type Props = { readonly reviewer: Entry; readonly mayEdit: boolean; readonly isOwn: boolean };

/** The entry as a form. What somebody else saved meanwhile is told, and what was typed stays. */
export function ExpertEntry({ reviewer, mayEdit, isOwn }: Props) {
  const tell = useTell();
  const { message } = App.useApp();
  const [form] = Form.useForm<ProfileValues>();
  const [base, setBase] = useState(reviewer.version);
  const save = useAct('put', '/reviewers/{reviewerId}', {
    changes: ['/reviewers', '/reviewers/{reviewerId}'],
    done: ({ version }) => {
      setBase(version);
      void message.success(tell(m.saved));
    },
  });
  useFieldErrors(form, save.error);
  useErrorsInLanguage(form);
  const isStale = reviewer.version > base || isProblem(save.error, 'StaleVersion');
  const send = (version: number): void =>
    save.mutate({ ...profileOf(reviewer.reviewerId, form.getFieldsValue(true)), version });
  const discard = (): void => {
    form.setFieldsValue(valuesOf(reviewer));
    setBase(reviewer.version);
    save.reset();
  };
  return (
    <div className="stack">
      {isOwn && <Alert type="info" showIcon title={tell(m.own)} />}
      {mayEdit && isStale && <Stale keep={() => send(reviewer.version)} discard={discard} />}
      {save.error && !isStale && <Trouble error={save.error} />}
      <Form<ProfileValues>
        form={form}
        layout="vertical"
        disabled={!mayEdit}
        initialValues={valuesOf(reviewer)}
        onFinish={() => send(base)}
      >
        <ProfileFields />
        <Declared reviewer={reviewer} />
        {mayEdit && (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {tell(m.save)}
          </Button>
        )}
      </Form>
    </div>
  );
}

function Stale({ keep, discard }: { readonly keep: () => void; readonly discard: () => void }) {
  const tell = useTell();
  return (
    <Alert
      type="warning"
      showIcon
      title={tell(m.stale)}
      description={
        <div className="row">
          <Button onClick={discard}>{tell(m.discard)}</Button>
          <Button onClick={keep}>{tell(m.loadLatest)}</Button>
        </div>
      }
    />
  );
}

function Declared({ reviewer }: { readonly reviewer: Reviewer }) {
  const tell = useTell();
  const declared = reviewer.conflicts.filter(({ source }) => source === 'declared');
  if (declared.length === 0) return null;
  return (
    <>
      <h2>{tell(m.declared)}</h2>
      <p className="quiet">{tell(m.declaredHelp)}</p>
      <ul>
        {declared.map(({ organizationName, creditCode, organizationId, reason }) => (
          <li key={`${organizationId}/${creditCode}/${organizationName}`} className="as-written">
            {[organizationName, creditCode].filter(Boolean).join(' ') || organizationId} · {reason}
          </li>
        ))}
      </ul>
    </>
  );
}
