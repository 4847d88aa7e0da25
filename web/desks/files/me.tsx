import { App, Button, Descriptions, Form, Input } from 'antd';
import { useState } from 'react';
import * as z from 'zod';
import type { Grant } from '#domain/people';
import { useMe } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { ruleOf, showProblem } from '#web/kit/form-rules.ts';
import { Page } from '#web/kit/page.tsx';
import { Show, Trouble } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';
import { PrivacyText } from './privacy.tsx';

type Me = AnswerOf<'get', '/me'>;

/** Who I am here, which roles I hold, and where notices reach me. */
export function MePage() {
  const tell = useTell();
  const me = useMe();
  return (
    <Page title={tell(units.meTitle)} width="reading">
      <Show of={me}>{(person) => <Profile me={person} />}</Show>
    </Page>
  );
}

function Profile({ me }: { readonly me: Me }) {
  const tell = useTell();
  const [isShown, setShown] = useState(false);
  return (
    <div className="stack">
      <div className="card">
        <Descriptions
          column={1}
          items={[
            { key: 'name', label: tell(units.name), children: me.name },
            { key: 'username', label: tell(units.username), children: me.username },
            { key: 'phone', label: tell(units.phone), children: me.phone ?? tell(units.notGiven) },
          ]}
        />
        <Email key={me.version} me={me} />
      </div>
      <section className="card" aria-labelledby="roles">
        <h2 id="roles">{tell(units.roles)}</h2>
        <Roles grants={me.grants} />
      </section>
      <div className="row">
        <span>
          {tell(units.consented(me.consent.textVersion))} <When at={me.consent.at} />
        </span>
        <Button type="link" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {tell(units.readNotice)}
        </Button>
      </div>
      {isShown && <PrivacyText />}
    </div>
  );
}

function Email({ me }: { readonly me: Me }) {
  const tell = useTell();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ email: string }>();
  useErrorsInLanguage(form);
  const save = useAct('put', '/me/email', { done: () => void message.success(tell(units.emailSaved)) });
  const send = ({ email }: { email: string }): void =>
    save.mutate({ email, version: me.version ?? 0 }, { onError: (error) => void showProblem(form, error, tell) });
  return (
    <Form form={form} layout="vertical" initialValues={{ email: me.email }} onFinish={send}>
      <Form.Item
        name="email"
        label={tell(units.email)}
        extra={tell(units.emailUse)}
        rules={[{ required: true, message: tell(units.required(tell(units.email))) }, ruleOf(z.email(), tell)]}
      >
        <Input autoComplete="email" inputMode="email" maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={save.isPending}>
        {tell(units.saveEmail)}
      </Button>
      {save.error && <Trouble error={save.error} />}
    </Form>
  );
}

function Roles({ grants }: { readonly grants: readonly Grant[] }) {
  const tell = useTell();
  const { data: mine } = useRead('/me/organizations', {});
  const { data: named } = useRead('/categories', {});
  const { data: tree } = useRead('/areas', {});
  if (grants.length === 0) return <p className="quiet">{tell(units.noRoles)}</p>;
  const unitOf = (id: string): string => mine?.items.find((each) => each.organizationId === id)?.name ?? id;
  const categoryOf = (id: string): string => named?.categories.find((each) => each.categoryId === id)?.name ?? id;
  const areaOf = (id: string): string => tree?.areas.find((each) => each.areaId === id)?.name ?? id;
  const scopeOf = (grant: Grant): readonly string[] => {
    if (grant.role === 'applicant') return [unitOf(grant.organizationId)];
    if (grant.role === 'office') return grant.duties.map((duty) => tell(units.duty[duty]));
    if (grant.role !== 'recommender') return [];
    const areas = grant.areaIds?.map(areaOf) ?? [tell(units.everywhere)];
    return [grant.department, grant.categoryIds.map(categoryOf).join(' '), areas.join(' ')];
  };
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {grants.map((grant) => (
        <li key={JSON.stringify(grant)}>
          {tell(units.role[grant.role])} <span className="quiet">{scopeOf(grant).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}
