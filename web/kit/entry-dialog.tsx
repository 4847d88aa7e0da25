import { Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { ActDialog, useAttempts } from './act-dialog.tsx';
import { useFieldErrors } from './form-errors.ts';
import { hasField } from './form-rules.ts';

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
  useFieldErrors(form, attempts.trouble);
  const run = async (): Promise<void> => {
    const values = await form.validateFields().catch(() => undefined);
    if (values !== undefined && (await attempts.attempt(() => act(values)))) close();
  };
  return (
    <ActDialog
      isOpen={isOpen}
      width={560}
      {...{ title, verb, seal, attempts, run, close }}
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
