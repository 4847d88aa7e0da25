import { Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { ActDialog, useAttempts } from './act-dialog.tsx';
import { useFieldErrors } from './form-errors.ts';
import { hasField } from './form-rules.ts';
import { useKeptEntry } from './use-kept-entry.ts';

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
  const attempts = useAttempts();
  const { left, doing, closing } = useKeptEntry<Values>(title);
  useFieldErrors(form, attempts.trouble);
  // Each time it opens it is empty, or as it stood when the sign-in had ended.
  const begin = (): void => {
    form.resetFields();
    const kept = left();
    if (kept) form.setFieldsValue(kept as Parameters<typeof form.setFieldsValue>[0]); // some of its own values
  };
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => {
    if (isOpen) latest.current();
  }, [isOpen]);
  const cancel = (): void => {
    closing(attempts.trouble);
    close();
  };
  const run = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => undefined);
    if (values !== undefined && (await attempts.attempt(() => doing(values, () => act(values))))) close();
  };
  return (
    <ActDialog
      isOpen={isOpen}
      width={560}
      keeps
      close={cancel}
      {...{ title, verb, seal, attempts, run }}
      isShown={(path) => hasField(form, path)}
    >
      {help && <div style={{ margin: '8px 0 16px' }}>{help}</div>}
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark
        validateMessages={{ required: tell(kit.required) }}
        {...(initial && { initialValues: initial })}
      >
        {children(form)}
      </Form>
    </ActDialog>
  );
}
