import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { type ExtendableStage, extendableStages } from '#domain/extensions';
import { Problem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';

type ExtendProps = {
  readonly cycleId: string;
  readonly organizationId: string;
  readonly unit: string;
  readonly stage: ExtendableStage;
};
type Fields = { readonly stage: ExtendableStage; readonly until: Dayjs; readonly reason: string };

const needed = (message: string) => [{ required: true, message }];

/** More time for one unit, with its reason. The wall clock of the picker is Shanghai's. */
export function ExtendButton({ cycleId, organizationId, unit, stage }: ExtendProps) {
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Fields>();
  const extend = useAct('post', '/cycles/{cycleId}/extensions', { done: () => setOpen(false) });
  const send = ({ stage: of, until, reason }: Fields): void =>
    extend.mutate({
      cycleId,
      stage: of,
      scope: { kind: 'organization', organizationId },
      until: `${until.format('YYYY-MM-DDTHH:mm:ss')}+08:00`,
      reason: reason.trim(),
    });
  const late = extend.error instanceof Problem ? extend.error.fieldAt('until') : undefined;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{tell(cases.extend)}</Button>
      <Modal
        open={isOpen}
        title={tell(cases.extendTitle(unit))}
        okText={tell(cases.extend)}
        cancelText={tell(kit.cancel)}
        confirmLoading={extend.isPending}
        mask={{ closable: false }}
        onCancel={() => setOpen(false)}
        onOk={form.submit}
        destroyOnHidden
      >
        <p>{tell(cases.extendConsequence)}</p>
        <Form<Fields> form={form} layout="vertical" onFinish={send} initialValues={{ stage }} requiredMark={false}>
          <Form.Item name="stage" label={tell(cases.extendStage)}>
            <Select options={extendableStages.map((value) => ({ value, label: tell(cases.stages[value]) }))} />
          </Form.Item>
          <Form.Item
            name="until"
            label={tell(cases.extendUntil)}
            rules={needed(tell(cases.extendUntilWanted))}
            {...(late && { validateStatus: 'error', help: tell(late) })}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="reason" label={tell(kit.reason)} rules={needed(tell(kit.reasonWanted))}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
        </Form>
        {extend.error && !late && <Trouble error={extend.error} />}
      </Modal>
    </>
  );
}
