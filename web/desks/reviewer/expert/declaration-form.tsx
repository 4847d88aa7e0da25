import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { isProblem, Problem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { expert } from '#web/messages/reviewer-expert.ts';
import type { Expert } from '../expert-page.tsx';
import { type Declaration, declarationOf, fieldFor, inputOf, type UnitRow } from './declaration.ts';

type FormProps = { readonly reviewer: Expert; readonly reread: () => void };

const toDay = (value: Dayjs | null | undefined): string | undefined => value?.format('YYYY-MM-DD');
const fromDay = (day: string | undefined) => ({ value: day ? dayjs(day) : null });

/** When I can review, and what I must not review. */
export function DeclarationForm({ reviewer, reread }: FormProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const [form] = Form.useForm<Declaration>();
  useErrorsInLanguage(form);
  const [trouble, setTrouble] = useState<unknown>();
  const act = useAct('put', '/reviewers/{reviewerId}/declaration', {
    done: () => message.success(tell(expert.saved)),
  });
  const save = async (given: Declaration): Promise<void> => {
    setTrouble(undefined);
    try {
      await act.mutateAsync(inputOf(reviewer, given));
    } catch (error) {
      setTrouble(error);
      const fields = error instanceof Problem ? error.fields : [];
      form.setFields(
        fields.flatMap((field) => {
          const name = fieldFor(reviewer, field.path);
          // Safe: `fieldFor` names only fields of this form.
          return name ? [{ name: name as never, errors: [tell(field)] }] : [];
        }),
      );
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="card reading"
      aria-label={tell(expert.declaration)}
      initialValues={declarationOf(reviewer)}
      onFinish={save}
    >
      <h2>{tell(expert.declaration)}</h2>
      <p className="quiet">{tell(expert.declarationHelp)}</p>
      <Form.Item name="available" valuePropName="checked">
        <Checkbox>{tell(expert.available)}</Checkbox>
      </Form.Item>
      <div className="row">
        <Form.Item name="from" label={tell(expert.from)} normalize={toDay} getValueProps={fromDay}>
          <DatePicker placeholder={tell(expert.openDay)} />
        </Form.Item>
        <Form.Item name="until" label={tell(expert.to)} normalize={toDay} getValueProps={fromDay}>
          <DatePicker placeholder={tell(expert.openDay)} />
        </Form.Item>
      </div>
      <h3>{tell(expert.avoid)}</h3>
      <Units />
      {isProblem(trouble, 'StaleVersion') ? (
        <div role="alert" className="card" style={{ borderInlineStart: '4px solid var(--warn)', marginBottom: 16 }}>
          <p>
            <strong>{tell(expert.staleTitle)}</strong>
          </p>
          <p className="quiet">{tell(expert.staleHelp)}</p>
          <Button
            onClick={() => {
              setTrouble(undefined);
              reread();
            }}
          >
            {tell(expert.readAgain)}
          </Button>
        </div>
      ) : (
        trouble !== undefined && <Trouble error={trouble} />
      )}
      <div style={{ marginTop: 24 }}>
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {tell(expert.save)}
        </Button>
      </div>
    </Form>
  );
}

function Units() {
  const tell = useTell();
  const form = Form.useFormInstance<Declaration>();
  const rowAt = (at: number): UnitRow | undefined => form.getFieldValue(['units', at]) as UnitRow | undefined;
  return (
    <Form.List name="units">
      {(rows, { add, remove }) => (
        <>
          {rows.length === 0 && <p className="quiet">{tell(expert.noUnits)}</p>}
          {rows.map(({ key, name }) => (
            <div key={key} className="expert-unit">
              <Form.Item
                name={[name, 'organizationName']}
                label={tell(expert.unitName)}
                rules={[
                  {
                    validator: () => {
                      const { organizationName = '', creditCode = '' } = rowAt(name) ?? {};
                      const isNamed = organizationName.trim() !== '' || creditCode.trim() !== '';
                      return isNamed ? Promise.resolve() : Promise.reject(new Error(tell(expert.unitWanted)));
                    },
                  },
                ]}
              >
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[name, 'creditCode']} label={tell(expert.creditCode)}>
                <Input maxLength={18} />
              </Form.Item>
              <Form.Item
                name={[name, 'reason']}
                label={tell(expert.why)}
                rules={[{ required: true, whitespace: true, message: tell(expert.whyWanted) }]}
              >
                <Input maxLength={500} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={tell(expert.removeUnit(rowAt(name)?.organizationName ?? String(name + 1)))}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>
            {tell(expert.addUnit)}
          </Button>
        </>
      )}
    </Form.List>
  );
}
