import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { CreditCode } from '#domain/identity';
import { DisplayName } from '#domain/names';
import { useAct } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { ruleOf, showProblem } from '#web/kit/form-rules.ts';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';
import type { Unit } from './unit-data.tsx';

type AdvisersProps = { readonly unit: Unit; readonly mayAdd: boolean; readonly mayRemove: boolean };
type Fields = { readonly name: string; readonly creditCode?: string | undefined };

/** The firms that advised the unit: whoever works for one of them does not review it. */
export function Advisers({ unit, mayAdd, mayRemove }: AdvisersProps) {
  const tell = useTell();
  const [form] = Form.useForm<Fields>();
  useErrorsInLanguage(form);
  const { organizationId, version = 0, advisers = [] } = unit;
  const save = useAct('put', '/organizations/{organizationId}/advisers', {
    changes: ['/organizations/{organizationId}', '/me/organizations'],
    done: () => form.resetFields(),
  });
  const add = ({ name, creditCode }: Fields): void =>
    save.mutate(
      { organizationId, version, advisers: [...advisers, { name, ...(creditCode && { creditCode }) }] },
      { onError: (error) => void showProblem(form, error, tell) },
    );
  const remove = (gone: Fields): void =>
    save.mutate({ organizationId, version, advisers: advisers.filter((each) => each !== gone) });
  return (
    <section className="card" aria-labelledby="unit-advisers">
      <h2 id="unit-advisers">{tell(units.advisers)}</h2>
      <p className="quiet">{tell(units.advisersHelp)}</p>
      {advisers.length === 0 && <p>{tell(units.noAdvisers)}</p>}
      <ul style={{ margin: '0 0 16px', paddingInlineStart: 20 }}>
        {advisers.map((each) => (
          <li key={`${each.name}/${each.creditCode}`}>
            {each.name} <span className="figures quiet">{each.creditCode}</span>
            {mayRemove && (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={tell(units.removeAdviser(each.name))}
                loading={save.isPending}
                onClick={() => remove(each)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayAdd && (
        <Form<Fields> form={form} layout="vertical" onFinish={add}>
          <Form.Item
            name="name"
            label={tell(units.adviserName)}
            rules={[
              { required: true, message: tell(units.required(tell(units.adviserName))) },
              ruleOf(DisplayName, tell),
            ]}
          >
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item
            name="creditCode"
            label={tell(units.adviserCode)}
            normalize={(text: string) => text.toUpperCase().replace(/\s/g, '')}
            validateTrigger="onBlur"
            rules={[ruleOf(CreditCode, tell)]}
          >
            <Input maxLength={18} className="figures" />
          </Form.Item>
          <Button htmlType="submit" loading={save.isPending}>
            {tell(units.addAdviser)}
          </Button>
        </Form>
      )}
      {save.error && <Trouble error={save.error} />}
    </section>
  );
}
