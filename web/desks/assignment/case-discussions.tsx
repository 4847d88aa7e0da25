import { App, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { isComplete, isRoundClosed } from '#domain/reviews';
import { isTimeFor } from '#domain/stages';
import { useHolds } from '#web/api/actor.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Show } from '#web/kit/states.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Seat } from './case-panel.tsx';
import type { OfCase } from './case-review.tsx';
import { ScanView } from './scan-view.tsx';
import { SheetField } from './sheet-field.tsx';

/** 合议记录: what the panel said when it met. Office and committee read it once the round is closed. */
export function CaseDiscussions({ of }: { readonly of: OfCase }) {
  const { applicationId, cycle, mayAct } = of;
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const isSupervisor = useHolds('supervisor');
  const panel = useRead('/applications/{applicationId}/panel', { applicationId });
  const mayRecord = mayAct && isTimeFor('discuss', cycle) && panel.data !== undefined && isComplete(panel.data.panel);
  const seesText = isRoundClosed(cycle) || isSupervisor;
  return (
    <section className="card stack" aria-label={tell(m.discussions)}>
      <div className="row spread">
        <h2>{tell(m.discussions)}</h2>
        {mayRecord && <Button onClick={() => setOpen(true)}>{tell(m.recordDiscussion)}</Button>}
      </div>
      <p className="quiet">{tell(m.discussionHelp)}</p>
      {seesText ? <Recorded applicationId={applicationId} /> : <p className="quiet">{tell(m.discussionsLater)}</p>}
      {panel.data && (
        <DiscussionDialog
          applicationId={applicationId}
          seats={panel.data.items.filter(({ status }) => status === 'submitted')}
          isOpen={isOpen}
          close={() => setOpen(false)}
        />
      )}
    </section>
  );
}

function Recorded({ applicationId }: { readonly applicationId: string }) {
  const tell = useTell();
  const read = useRead('/applications/{applicationId}/discussions', { applicationId });
  return (
    <Show of={read} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{tell(m.noDiscussions)}</p>
        ) : (
          <ul className="stack" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {items.map(({ discussionId, heldOn, present, summary, fileId }) => (
              <li key={discussionId} className="assignment-line">
                <strong className="figures">{heldOn}</strong>{' '}
                <span className="quiet figures">{tell(m.presentCount(present.length))}</span>
                <p style={{ whiteSpace: 'pre-wrap' }}>{summary}</p>
                {fileId && <ScanView fileId={fileId} />}
              </li>
            ))}
          </ul>
        )
      }
    </Show>
  );
}

type DialogProps = {
  readonly applicationId: string;
  readonly seats: readonly Seat[];
  readonly isOpen: boolean;
  readonly close: () => void;
};
type Values = {
  readonly heldOn: string;
  readonly present: string[];
  readonly summary: string;
  readonly fileId?: string;
};

function DiscussionDialog({ applicationId, seats, isOpen, close }: DialogProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const record = useAct('post', '/applications/{applicationId}/discussions', {
    done: () => void message.success(tell(m.done)),
  });
  return (
    <EntryDialog<Values>
      isOpen={isOpen}
      close={close}
      title={tell(m.recordDiscussion)}
      help={tell(m.discussionHelp)}
      verb={tell(m.recordDiscussion)}
      initial={{ present: seats.map(({ assignmentId }) => assignmentId) }}
      act={({ fileId, ...values }) => record.mutateAsync({ applicationId, ...values, ...(fileId && { fileId }) })}
    >
      {() => (
        <>
          <Form.Item name="heldOn" label={tell(m.heldOn)} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="present" label={tell(m.present)} rules={[{ required: true }]}>
            <Checkbox.Group
              options={seats.map(({ assignmentId, reviewerName }) => ({ value: assignmentId, label: reviewerName }))}
            />
          </Form.Item>
          <Form.Item name="summary" label={tell(m.summary)} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={5000} />
          </Form.Item>
          <SheetField applicationId={applicationId} label={tell(m.minutes)} isRequired={false} />
        </>
      )}
    </EntryDialog>
  );
}
