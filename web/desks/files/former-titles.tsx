import { Button, Form, Input, InputNumber } from 'antd';
import { useAct } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { showProblem } from '#web/kit/form-rules.ts';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';
import type { Unit } from './unit-data.tsx';

type Fields = { readonly year: number; readonly title: string; readonly source: string };

/** Titles from before this system, each with the paper that shows it; the office enters them. */
export function FormerTitles({ unit, mayEnter }: { readonly unit: Unit; readonly mayEnter: boolean }) {
  const tell = useTell();
  const { formerTitles = [] } = unit;
  return (
    <section className="card" aria-labelledby="unit-titles">
      <h2 id="unit-titles">{tell(units.titles)}</h2>
      <p className="quiet">{tell(units.titleHelp)}</p>
      {formerTitles.length === 0 && <p>{tell(units.noTitles)}</p>}
      <ul style={{ margin: '0 0 16px', paddingInlineStart: 20 }}>
        {[...formerTitles]
          .sort((a, b) => b.year - a.year)
          .map(({ year, title, source }) => (
            <li key={year}>
              <span className="figures">{year}</span> {title} <span className="quiet">{source}</span>
            </li>
          ))}
      </ul>
      {mayEnter && <EnterTitle organizationId={unit.organizationId} />}
    </section>
  );
}

function EnterTitle({ organizationId }: { readonly organizationId: string }) {
  const tell = useTell();
  const [form] = Form.useForm<Fields>();
  useErrorsInLanguage(form);
  const enter = useAct('post', '/organizations/{organizationId}/titles', {
    changes: ['/organizations/{organizationId}'],
    done: () => form.resetFields(),
  });
  const send = ({ year, title, source }: Fields): void =>
    enter.mutate({ organizationId, year, title, source }, { onError: (error) => void showProblem(form, error, tell) });
  const needed = (what: string) => [{ required: true, message: tell(units.required(what)) }];
  return (
    <Form<Fields> form={form} layout="vertical" onFinish={send}>
      <Form.Item name="year" label={tell(units.titleYear)} rules={needed(tell(units.titleYear))}>
        <InputNumber min={1990} max={2100} precision={0} />
      </Form.Item>
      <Form.Item name="title" label={tell(units.titleName)} rules={needed(tell(units.titleName))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="source"
        label={tell(units.titleSource)}
        extra={tell(units.titleSourceHelp)}
        rules={needed(tell(units.titleSource))}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={enter.isPending}>
        {tell(units.enterTitle)}
      </Button>
      {enter.error && <Trouble error={enter.error} />}
    </Form>
  );
}
