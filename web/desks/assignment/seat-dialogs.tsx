import { App, Form, Input } from 'antd';
import type { Panel } from '#domain/reviews';
import { useAct } from '#web/api/queries.ts';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { shanghaiEnd, shanghaiMinute } from '#web/kit/time.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Seat } from './case-panel.tsx';
import type { OfCase } from './case-review.tsx';
import { ExpertPicker } from './pickers.tsx';
import { fieldFrom, instantFrom } from './shanghai-input.ts';

type Opened = { readonly isOpen: boolean; readonly close: () => void };

export function ReasonField({ label }: { readonly label?: string }) {
  const tell = useTell();
  return (
    <Form.Item name="reason" label={label ?? tell(m.reason)} rules={[{ required: true, whitespace: true }]}>
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
    </Form.Item>
  );
}

const useDone = () => {
  const tell = useTell();
  const { message } = App.useApp();
  return () => void message.success(tell(m.done));
};

type ExtendValues = { readonly until: string; readonly reason: string };

/** More time for one sheet. */
export function ExtendDialog({ seat, isOpen, close }: Opened & { readonly seat: Seat }) {
  const tell = useTell();
  const { assignmentId, reviewerName, dueAt } = seat;
  const extend = useAct('post', '/assignments/{assignmentId}/extend', { done: useDone() });
  return (
    <EntryDialog<ExtendValues>
      isOpen={isOpen}
      close={close}
      title={tell(m.extendTitle(reviewerName))}
      verb={tell(m.extend)}
      initial={{ until: fieldFrom(shanghaiMinute(dueAt)) }}
      act={({ until, reason }) => extend.mutateAsync({ assignmentId, until: instantFrom(until), reason })}
    >
      {() => (
        <>
          <Form.Item
            name="until"
            label={tell(m.until)}
            extra={tell(m.untilHelp(shanghaiEnd(dueAt)))}
            rules={[{ required: true }]}
          >
            <Input type="datetime-local" />
          </Form.Item>
          <ReasonField />
        </>
      )}
    </EntryDialog>
  );
}

type SeatValues = { readonly reviewerId?: string; readonly reason: string };

export function SuccessorField({ name, without }: { readonly name: string; readonly without: readonly string[] }) {
  const tell = useTell();
  const form = Form.useFormInstance();
  return (
    <Form.Item name={name} label={tell(m.successor)} extra={tell(m.successorHelp)}>
      <ExpertPicker
        id={name}
        without={without}
        label={tell(m.successor)}
        placeholder={tell(m.byRule)}
        onChange={(chosen) => form.setFieldValue(name, chosen)}
      />
    </Form.Item>
  );
}

/** The seat goes to somebody else: taken from who holds it, or filled where it is vacant. */
export function ReassignDialog({
  seat,
  panel,
  isOpen,
  close,
}: Opened & { readonly seat: Seat; readonly panel: Panel }) {
  const tell = useTell();
  const { assignmentId, reviewerName, status } = seat;
  const reassign = useAct('post', '/assignments/{assignmentId}/reassign', { done: useDone() });
  const isVacancy = status === 'recused';
  return (
    <EntryDialog<SeatValues>
      isOpen={isOpen}
      close={close}
      title={tell(isVacancy ? m.fillTitle(reviewerName) : m.reassignTitle(reviewerName))}
      help={tell(isVacancy ? m.fillHelp : m.reassignHelp)}
      verb={tell(isVacancy ? m.fill : m.reassign)}
      seal={!isVacancy}
      act={({ reviewerId, reason }) =>
        reassign.mutateAsync({ assignmentId, reason, ...(reviewerId && { reviewerId }) })
      }
    >
      {() => (
        <>
          <SuccessorField name="reviewerId" without={[...panel.members, ...panel.former]} />
          <ReasonField />
        </>
      )}
    </EntryDialog>
  );
}

type ArbiterProps = Opened & { readonly of: OfCase; readonly panel: Panel };

export function ArbiterDialog({ of: { applicationId }, panel, isOpen, close }: ArbiterProps) {
  const tell = useTell();
  const seat = useAct('post', '/applications/{applicationId}/panel/arbiter', { done: useDone() });
  return (
    <EntryDialog<{ readonly reviewerId?: string }>
      isOpen={isOpen}
      close={close}
      title={tell(m.seatArbiter)}
      help={tell(m.arbiterHelp)}
      verb={tell(m.seatArbiter)}
      act={({ reviewerId }) => seat.mutateAsync({ applicationId, ...(reviewerId && { reviewerId }) })}
    >
      {() => <SuccessorField name="reviewerId" without={[...panel.members, ...panel.former]} />}
    </EntryDialog>
  );
}
