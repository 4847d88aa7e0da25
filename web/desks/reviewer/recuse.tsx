import { Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { recusalReasons } from '#domain/reviews';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
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
  return (
    <EntryDialog<Recusal>
      isOpen={open}
      close={close}
      title={title}
      help={consequence}
      verb={tell(reviewer.recuseVerb)}
      seal
      act={({ reason, note = '' }) => act({ reason, note: note.trim() })}
    >
      {() => (
        <>
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
        </>
      )}
    </EntryDialog>
  );
}
