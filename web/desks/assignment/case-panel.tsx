import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { isComplete } from '#domain/reviews';
import type { AnswerOf } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, Until, When } from '#web/kit/time.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import type { OfCase } from './case-review.tsx';
import { RateDialog } from './rate-dialog.tsx';
import { ScrollBox } from './scroll-box.tsx';
import { SeatActs } from './seat-acts.tsx';
import { ArbiterDialog, ExtendDialog, ReassignDialog } from './seat-dialogs.tsx';
import { Why } from './why.tsx';

type View = AnswerOf<'get', '/applications/{applicationId}/panel'>;
export type Seat = View['items'][number];
/** What is under way with a seat: which dialog is open. */
export type Doing = { readonly act: 'extend' | 'reassign' | 'rate'; readonly seat: Seat } | { readonly act: 'arbiter' };

const isOver = ({ status }: Seat): boolean => status === 'recused' || status === 'reassigned';

/** The panel with its seats, those that were left below; what can be done with each. */
export function CasePanel({ of }: { readonly of: OfCase }) {
  const { applicationId } = of;
  const tell = useTell();
  const read = useRead('/applications/{applicationId}/panel', { applicationId });
  return (
    <section className="card stack">
      <h2>{tell(m.panel)}</h2>
      {isProblem(read.error, 'NotFound') ? (
        <Empty title={m.noPanel} help={m.noPanelHelp} />
      ) : (
        <Show of={read}>{(view) => <Seats of={of} view={view} />}</Show>
      )}
    </section>
  );
}

function Seats({ of, view: { panel, items } }: { readonly of: OfCase; readonly view: View }) {
  const tell = useTell();
  const [doing, setDoing] = useState<Doing | undefined>();
  const close = (): void => setDoing(undefined);
  const sitting = items.filter((seat) => !isOver(seat));
  const left = items.filter(isOver);
  const isActing = of.mayAct && of.isOpen;
  const acts = (seat: Seat) => <SeatActs of={of} seat={seat} hasVacancy={panel.vacant > 0} begin={setDoing} />;
  return (
    <>
      <p className="figures">
        {tell(m.panelState(panel.submitted, panel.size))}
        {panel.vacant > 0 && <strong className="assignment-late"> · {tell(m.vacant(panel.vacant))}</strong>}
        {isComplete(panel) && <> · {tell(m.complete)}</>}
      </p>
      {isActing && panel.arbiter === 'vacant' && panel.vacant > 0 && (
        <Alert
          type="warning"
          showIcon
          title={tell(m.arbiterHelp)}
          action={<Button onClick={() => setDoing({ act: 'arbiter' })}>{tell(m.seatArbiter)}</Button>}
        />
      )}
      <SeatTable label={tell(m.panel)} seats={sitting} acts={acts} />
      {left.length > 0 && (
        <details open={panel.vacant > 0}>
          <summary>{tell(m.left(left.length))}</summary>
          <SeatTable label={tell(m.left(left.length))} seats={left} acts={acts} />
        </details>
      )}
      {doing && doing.act !== 'arbiter' && (
        <>
          <ExtendDialog seat={doing.seat} isOpen={doing.act === 'extend'} close={close} />
          <ReassignDialog seat={doing.seat} panel={panel} isOpen={doing.act === 'reassign'} close={close} />
          <RateDialog seat={doing.seat} isOpen={doing.act === 'rate'} close={close} />
        </>
      )}
      <ArbiterDialog of={of} panel={panel} isOpen={doing?.act === 'arbiter'} close={close} />
    </>
  );
}

type TableProps = {
  readonly label: string;
  readonly seats: readonly Seat[];
  readonly acts: (seat: Seat) => React.ReactNode;
};

function SeatTable({ label, seats, acts }: TableProps) {
  const tell = useTell();
  if (seats.length === 0) return null;
  return (
    <ScrollBox label={label}>
      <table className="assignment-table assignment-seats">
        <thead>
          <tr>
            <th scope="col">{tell(m.expert)}</th>
            <th scope="col">{tell(m.state)}</th>
            <th scope="col">{tell(m.due)}</th>
            <th scope="col">{tell(m.submittedAt)}</th>
            <th scope="col">{tell(m.reason)}</th>
            <th scope="col">{tell(m.acts)}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.assignmentId}>
              <th scope="row" style={{ whiteSpace: 'nowrap' }}>
                <Link to="/experts/$reviewerId" params={{ reviewerId: seat.reviewerId }}>
                  {seat.reviewerName}
                </Link>
                {seat.role === 'arbiter' && <span className="quiet"> {tell(m.arbiter)}</span>}
              </th>
              <td>
                <Status of="seat" state={seat.status} />
              </td>
              <td style={{ whiteSpace: 'nowrap' }}>
                <Until at={seat.dueAt} />
                {!isOver(seat) && seat.status !== 'submitted' && (
                  <>
                    <br />
                    <Countdown to={seat.dueAt} />
                  </>
                )}
              </td>
              <td>{seat.submittedAt && <When at={seat.submittedAt} />}</td>
              <td style={{ maxWidth: 260 }}>{seat.reason && <Why reason={seat.reason} />}</td>
              <td>{acts(seat)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
