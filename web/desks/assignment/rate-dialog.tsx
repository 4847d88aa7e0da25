import { App, Checkbox, Form, Input, Radio } from 'antd';
import { useAct, useRead } from '#web/api/queries.ts';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Show } from '#web/kit/states.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { experts } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Seat } from './case-panel.tsx';

type Values = { readonly useful: number; readonly flagged: boolean; readonly note: string };
type Props = { readonly seat: Seat; readonly isOpen: boolean; readonly close: () => void };

/** The office rates a review once the round is closed; what the system saw of it stands above. */
export function RateDialog({ seat: { assignmentId, reviewerName }, isOpen, close }: Props) {
  const tell = useTell();
  const { message } = App.useApp();
  const seen = useRead('/assignments/{assignmentId}/feedback', { assignmentId }, { when: isOpen });
  const rate = useAct('post', '/assignments/{assignmentId}/feedback', {
    changes: [
      '/assignments/{assignmentId}/feedback',
      '/reviewers/{reviewerId}/feedback',
      '/reviewers/{reviewerId}/history',
    ],
    done: () => void message.success(tell(m.done)),
  });
  const rated = seen.data?.rated;
  return (
    <EntryDialog<Values>
      // What was rated before is what the form begins with, once it is known.
      key={rated ? `rated-${rated.at}` : 'new'}
      isOpen={isOpen}
      close={close}
      title={tell(m.rateTitle(reviewerName))}
      help={
        <>
          <p>{tell(m.rateHelp)}</p>
          <Show of={seen} rows={1}>
            {({ late, thin }) => (
              <p className="quiet">
                {[...(late ? [tell(m.seenLate)] : []), ...(thin ? [tell(m.seenThin)] : [])].join(' ') ||
                  tell(m.seenFine)}
              </p>
            )}
          </Show>
        </>
      }
      verb={tell(m.rate)}
      initial={{ useful: rated?.useful ?? 2, flagged: rated?.flagged ?? false, note: rated?.note ?? '' }}
      act={(values) => rate.mutateAsync({ assignmentId, ...values })}
    >
      {() => (
        <>
          <Form.Item name="useful" label={tell(m.useful)} rules={[{ required: true }]}>
            <Radio.Group
              options={[3, 2, 1].map((value) => ({
                value,
                label: tell(experts.useful[value - 1] ?? experts.useful[0]),
              }))}
            />
          </Form.Item>
          <Form.Item name="flagged" valuePropName="checked">
            <Checkbox>{tell(m.flagLabel)}</Checkbox>
          </Form.Item>
          <Form.Item name="note" label={tell(m.note)}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </EntryDialog>
  );
}
