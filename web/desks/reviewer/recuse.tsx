import { Form, Input, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { recusalReasons } from '#domain/reviews';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';

type Recusal = { readonly reason: (typeof recusalReasons)[number]; readonly note: string };

type RecuseProps = {
  readonly open: boolean;
  readonly title: string;
  readonly consequence: ReactNode;
  /** Does it; the dialog stays open with the trouble if it fails. */
  readonly act: (recusal: Recusal) => Promise<unknown>;
  readonly close: () => void;
};

/** 回避: the reason is one of those that the office counts; `other` wants words. */
export function RecuseDialog({ open, title, consequence, act, close }: RecuseProps) {
  const tell = useTell();
  const [form] = Form.useForm<Recusal>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const run = async ({ reason, note }: Recusal): Promise<void> => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await act({ reason, note: (note ?? '').trim() });
      close();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={tell(reviewer.recuseVerb)}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ danger: true }}
      confirmLoading={busy}
      mask={{ closable: false }}
      destroyOnHidden
      onOk={() => form.submit()}
      onCancel={close}
      afterClose={() => setTrouble(undefined)}
    >
      <p style={{ margin: '8px 0 16px' }}>{consequence}</p>
      <Form form={form} layout="vertical" preserve={false} onFinish={run}>
        <Form.Item
          name="reason"
          label={tell(reviewer.recuseWhy)}
          rules={[{ required: true, message: tell(reviewer.recuseWhyWanted) }]}
        >
          <Radio.Group
            vertical
            options={recusalReasons.map((reason) => ({ value: reason, label: tell(reviewer.reasons[reason]) }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={tell(reviewer.recuseNote)}
          extra={tell(reviewer.recuseNoteHelp)}
          dependencies={['reason']}
          rules={[
            ({ getFieldValue }) => ({
              required: getFieldValue('reason') === 'other',
              whitespace: true,
              message: tell(reviewer.recuseNoteWanted),
            }),
          ]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={500} />
        </Form.Item>
      </Form>
      {trouble !== undefined && <Trouble error={trouble} />}
    </Modal>
  );
}
