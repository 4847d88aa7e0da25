import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { Status } from '#web/kit/status.tsx';
import { useTell } from '#web/messages/language.tsx';
import { desk } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';

type OrderListProps = {
  readonly rows: readonly CaseRow[];
  readonly seats: number | undefined;
  readonly move: (from: number, to: number) => void;
};

/** The order of one category: dragged, moved by buttons, or by Alt with the arrows. */
export function OrderList({ rows, seats, move }: OrderListProps) {
  const tell = useTell();
  const [dragged, setDragged] = useState<number>();
  // Seats are for those that wait: who was sent has taken one already.
  const waitingUpTo = (at: number): number =>
    rows.slice(0, at + 1).filter(({ status }) => status === 'submitted').length;
  const waiting = waitingUpTo(rows.length - 1);
  const press = (event: KeyboardEvent, at: number): void => {
    const to = event.altKey ? { ArrowUp: at - 1, ArrowDown: at + 1 }[event.key] : undefined;
    if (to === undefined) return;
    event.preventDefault();
    move(at, to);
  };
  return (
    <ol className="case-order">
      {rows.map(({ applicationId, organizationName: unit, status }, at) => (
        <li
          key={applicationId}
          draggable
          className={dragged === at ? 'dragged' : undefined}
          onDragStart={() => setDragged(at)}
          onDragOver={(event) => event.preventDefault()}
          onDragEnd={() => setDragged(undefined)}
          onDrop={() => {
            if (dragged !== undefined) move(dragged, at);
            setDragged(undefined);
          }}
        >
          <span className="case-order-line">
            <HolderOutlined aria-hidden />
            <span className="figures quiet">{at + 1}</span>
            <span style={{ flex: 1 }}>{unit}</span>
            {status !== 'submitted' && <Status state={status} />}
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={tell(desk.up(unit))}
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
              onKeyDown={(event) => press(event, at)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={tell(desk.down(unit))}
              disabled={at === rows.length - 1}
              onClick={() => move(at, at + 1)}
              onKeyDown={(event) => press(event, at)}
            />
          </span>
          {status === 'submitted' && seats === waitingUpTo(at) && seats < waiting && (
            <span className="case-order-seats">{tell(desk.seatLine(seats))}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
