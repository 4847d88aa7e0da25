import { Navigate, useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input } from 'antd';
import * as z from 'zod';
import { DisplayName } from '#domain/names';
import { useMe } from '#web/api/actor.ts';
import { useAct } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { ruleOf, showProblem } from '#web/kit/form-rules.ts';
import { Page } from '#web/kit/page.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { privacy, privacyVersion } from '#web/messages/privacy.ts';
import { units } from '#web/messages/units.ts';
import { PrivacyText } from './privacy.tsx';

type Fields = { readonly name: string; readonly phone?: string; readonly email?: string };

/** The first sign-in: who one is, and the consent, once. */
export function EnrolPage() {
  const tell = useTell();
  const navigate = useNavigate();
  const me = useMe();
  const [form] = Form.useForm<Fields>();
  useErrorsInLanguage(form);
  const enrol = useAct('post', '/me', { done: () => void navigate({ to: '/home', replace: true }) });
  if (me.data && !enrol.isPending && !enrol.isSuccess) return <Navigate to="/me" replace />;
  const send = ({ name, phone, email }: Fields): void => {
    const input = { name, ...(phone && { phone }), ...(email && { email }), consentTextVersion: privacyVersion };
    enrol.mutate(input, { onError: (error) => void showProblem(form, error, tell) });
  };
  return (
    <Page title={tell(units.enrolTitle)} width="reading">
      <div className="stack">
        <p className="quiet">{tell(units.enrolIntro)}</p>
        <Form<Fields>
          form={form}
          layout="vertical"
          className="card"
          onFinish={send}
          scrollToFirstError={{ focus: true }}
          requiredMark
        >
          <Form.Item
            name="name"
            label={tell(units.name)}
            extra={tell(units.nameHelp)}
            rules={[{ required: true, message: tell(units.required(tell(units.name))) }, ruleOf(DisplayName, tell)]}
          >
            <Input autoComplete="name" maxLength={80} />
          </Form.Item>
          <Form.Item name="phone" label={tell(units.phone)} extra={tell(units.phoneHelp)}>
            <Input autoComplete="tel" inputMode="tel" maxLength={30} />
          </Form.Item>
          <Form.Item
            name="email"
            label={tell(units.email)}
            extra={tell(units.emailHelp)}
            rules={[ruleOf(z.email(), tell)]}
          >
            <Input autoComplete="email" inputMode="email" maxLength={200} />
          </Form.Item>
          <PrivacyText />
          <Form.Item
            name="agreed"
            valuePropName="checked"
            style={{ marginTop: 16 }}
            rules={[
              {
                validator: async (_, agreed) => {
                  if (!agreed) throw new Error(tell(privacy.agreeWanted));
                },
              },
            ]}
          >
            <Checkbox>{tell(privacy.agree)}</Checkbox>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={enrol.isPending}>
            {tell(units.enrol)}
          </Button>
        </Form>
        {enrol.error && <Trouble error={enrol.error} />}
      </div>
    </Page>
  );
}
