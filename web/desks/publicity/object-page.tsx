import { getRouteApi } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useSignedIn } from '#web/api/actor.ts';
import { useAll } from '#web/api/all.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { Problem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { signIn } from '#web/api/session.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { useLeaveGuard } from '#web/kit/leave-guard.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { shanghaiDay, useNow } from '#web/kit/time.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { objecting } from '#web/messages/objecting.ts';
import { DaysLeft } from './days-left.tsx';
import { ObjectorFields, TargetFields } from './objection-fields.tsx';
import { filedOf, type ObjectionFields, placeOf } from './objection-form.ts';
import { keepReceipt } from './receipt.ts';
import './document.css';

const route = getRouteApi('/open/notices/$publicityId/object');

/** Objecting, by anybody while the notice is open. */
export function ObjectPage() {
  const tell = useTell();
  const { publicityId } = route.useParams();
  const read = useRead('/public/notices/{publicityId}', { publicityId });
  return (
    <Page
      title={tell(objecting.title)}
      width="reading"
      crumbs={[
        { label: tell(notices.title), to: '/notices' },
        { label: read.data?.notice.title ?? tell(notices.document), to: `/notices/${publicityId}` },
      ]}
    >
      <Show of={read}>{(notice) => <WhileOpen notice={notice} />}</Show>
    </Page>
  );
}

type Notice = AnswerOf<'get', '/public/notices/{publicityId}'>;

function WhileOpen({ notice }: { readonly notice: Notice }) {
  const tell = useTell();
  const { publicityId, status, endsAt, firstDay, lastDay, graceUntil } = notice;
  const now = useNow();
  if (status !== 'open' || now >= Date.parse(endsAt)) {
    return (
      <Empty title={objecting.closed} help={notices.overHelp(shanghaiDay(Date.parse(graceUntil) - 1))}>
        <LinkButton to="/notices/$publicityId" params={{ publicityId }}>
          {tell(objecting.backToNotice)}
        </LinkButton>
      </Empty>
    );
  }
  return (
    <>
      <p>
        <strong className="serif">{notice.notice.title}</strong>{' '}
        <span className="quiet">
          <DaysLeft firstDay={firstDay} lastDay={lastDay} />
        </span>
      </p>
      <SignInHint />
      <ObjectionForm publicityId={publicityId} />
    </>
  );
}

function SignInHint() {
  const tell = useTell();
  const signedIn = useSignedIn();
  return (
    <div className="official-notice" style={{ margin: '8px 0 16px' }}>
      <p>{tell(signedIn ? objecting.signedInHint : objecting.anonymousHint)}</p>
      {!signedIn && (
        <Button
          type="link"
          style={{ padding: 0, height: 'auto' }}
          onClick={() => signIn({ back: location.pathname.replace(/^\/console/, '') + location.search })}
        >
          {tell(objecting.signInFirst)}
        </Button>
      )}
    </div>
  );
}

/** Sends it by the way that fits: whoever is signed in can follow and withdraw it afterwards. */
function useFiling(publicityId: string) {
  const signedIn = useSignedIn();
  const asAnybody = useAct('post', '/public/notices/{publicityId}/objections');
  const signedInAct = useAct('post', '/notices/{publicityId}/objections');
  return async (fields: ObjectionFields) => {
    const sent = { publicityId, ...filedOf(fields) };
    keepReceipt(publicityId, await (signedIn ? signedInAct : asAnybody).mutateAsync(sent));
  };
}

function ObjectionForm({ publicityId }: { readonly publicityId: string }) {
  const tell = useTell();
  const ask = useConsequence();
  const navigate = route.useNavigate();
  const { entry } = route.useSearch();
  const [form] = Form.useForm<ObjectionFields>();
  useErrorsInLanguage(form);
  const file = useFiling(publicityId);
  const [checking, setChecking] = useState(false);
  const [isTyped, setTyped] = useState(false);
  const [isSent, setSent] = useState(false);
  // Nothing of it is kept anywhere: who objects is nobody's to find. So nobody loses it by a wrong click.
  useLeaveGuard(isTyped && !isSent);
  useEffect(() => {
    if (isSent) void navigate({ to: '/notices/$publicityId/receipt', params: { publicityId } });
  }, [isSent, navigate, publicityId]);
  const entries = useAll('/public/notices/{publicityId}/entries', { publicityId });
  const choices = useMemo(
    () => (entries.data?.items ?? []).map(({ applicationId, name }) => ({ value: applicationId, label: name })),
    [entries.data],
  );
  const submit = async (fields: ObjectionFields): Promise<void> => {
    setChecking(true);
    const done = await ask({
      title: tell(objecting.confirmTitle),
      consequence: tell(objecting.confirmText),
      verb: tell(objecting.submit),
      seal: true,
      act: () => file(fields).catch((error: unknown) => Promise.reject(marked(error, fields))),
    });
    setChecking(false);
    setSent(done);
  };
  /** What the server refused is told at its field as well as in the dialog. */
  const marked = (error: unknown, { by }: ObjectionFields): unknown => {
    for (const field of error instanceof Problem ? error.fields : []) {
      const name = placeOf(field.path, by);
      if (name) form.setFields([{ name, errors: [tell(field)] }]);
    }
    return error;
  };
  return (
    <Form<ObjectionFields>
      form={form}
      layout="vertical"
      requiredMark
      scrollToFirstError={{ focus: true }}
      initialValues={{ about: 'entry', by: 'person', ...(entry && { applicationId: entry }) }}
      onValuesChange={() => setTyped(true)}
      onFinish={submit}
    >
      <section className="card" style={{ marginBottom: 16 }}>
        <TargetFields form={form} entries={choices} />
      </section>
      <section className="card" style={{ marginBottom: 16 }}>
        <ObjectorFields form={form} />
      </section>
      <div className="row">
        <Button type="primary" danger htmlType="submit" disabled={checking}>
          {tell(objecting.submit)}
        </Button>
        <LinkButton to="/notices/$publicityId" params={{ publicityId }}>
          {tell(kit.cancel)}
        </LinkButton>
      </div>
    </Form>
  );
}
