import { Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { Trouble } from '#web/kit/states.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { useFieldErrors } from './form-errors.ts';

type Props<Values> = {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly title: string;
  /** What follows from it, above the fields. */
  readonly help?: ReactNode;
  readonly verb: string;
  /** Acts of consequence are red. */
  readonly seal?: boolean;
  readonly initial?: Partial<Values>;
  /** Does it; the dialog stays open with the trouble, and with what was typed, if it fails. */
  readonly act: (values: Values) => Promise<unknown>;
  readonly children: (form: FormInstance<Values>) => ReactNode;
};

/** A dialog with a few fields: what is entered is done or stays to be mended. */
export function EntryDialog<Values extends object>(props: Props<Values>) {
  const { isOpen, close, title, help, verb, seal = false, initial, act, children } = props;
  const tell = useTell();
  const [form] = Form.useForm<Values>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  useFieldErrors(form, trouble);
  const run = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => undefined);
    if (values === undefined) return;
    setBusy(true);
    setTrouble(undefined);
    try {
      await act(values);
      close();
    } catch (error) {
      setTrouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={isOpen}
      title={title}
      width={560}
      okText={verb}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ danger: seal }}
      confirmLoading={busy}
      mask={{ closable: false }}
      destroyOnHidden
      onOk={run}
      onCancel={close}
      afterClose={() => setTrouble(undefined)}
    >
      {help && <div style={{ margin: '8px 0 16px' }}>{help}</div>}
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark
        validateMessages={{ required: tell(m.required) }}
        {...(initial && { initialValues: initial })}
      >
        {children(form)}
      </Form>
      {trouble !== undefined && <Trouble error={trouble} />}
    </Modal>
  );
}
