import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useAll } from '#web/api/all.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { awards, EXAMPLE_NUMBER } from '#web/messages/awards.ts';
import { useTell } from '#web/messages/language.tsx';
import { concludedOf } from './concluded.ts';

/** Checking a certificate by its number, and the results that were published. */
export function CertificatesPage() {
  const tell = useTell();
  return (
    <Page title={tell(awards.check)} width="reading">
      <div className="stack">
        <section className="card">
          <p className="quiet">{tell(awards.checkHelp)}</p>
          <CheckForm />
        </section>
        <Published />
      </div>
    </Page>
  );
}

export function CheckForm({ typed = '' }: { readonly typed?: string }) {
  const tell = useTell();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ number: string }>();
  useErrorsInLanguage(form);
  const go = ({ number }: { number: string }): void => {
    void navigate({ to: '/certificates/$certificateNumber', params: { certificateNumber: number.trim() } });
  };
  return (
    <Form form={form} layout="vertical" onFinish={go} initialValues={{ number: typed }}>
      <Form.Item
        name="number"
        label={tell(awards.number)}
        extra={tell(awards.numberExample(EXAMPLE_NUMBER))}
        rules={[{ required: true, whitespace: true, message: tell(awards.numberWanted) }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {tell(awards.checkVerb)}
      </Button>
    </Form>
  );
}

function Published() {
  const tell = useTell();
  const read = useAll('/public/notices', {});
  return (
    <section className="stack" style={{ gap: 8 }} aria-label={tell(awards.published)}>
      <h2>{tell(awards.published)}</h2>
      <Show of={read}>
        {({ items }) => {
          const concluded = concludedOf(items);
          if (concluded.length === 0) return <Empty title={awards.publishedNone} help={awards.notConcludedHelp} />;
          return (
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {concluded.map(({ cycleId, title }) => (
                <li key={cycleId}>
                  <Link to="/named/$cycleId" params={{ cycleId }}>
                    {title}
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Show>
    </section>
  );
}
