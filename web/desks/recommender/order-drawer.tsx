import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useNames } from '#web/api/names.ts';
import { useTell } from '#web/messages/language.tsx';
import { desk } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';
import { inOrder, movedTo, type Order } from './order.ts';
import { type Cell, seatsLeft } from './use-seats.ts';

type OrderDrawerProps = {
  readonly waiting: readonly CaseRow[];
  readonly order: Order;
  readonly cells: readonly Cell[];
  readonly change: (order: Order) => void;
  readonly close: () => void;
};

/** The order in which a department recommends, category by category, with a line where the seats end. */
export function OrderDrawer({ waiting, order, cells, change, close }: OrderDrawerProps) {
  const tell = useTell();
  const names = useNames();
  const [said, setSaid] = useState('');
  const groups = new Map<string, CaseRow[]>();
  for (const row of inOrder(waiting, order)) {
    const key = `${row.categoryId}/${row.recommender}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return (
    <Drawer open onClose={close} size={480} title={tell(desk.orderTitle)}>
      <p className="quiet">{tell(desk.orderHelp)}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {[...groups].map(([key, rows]) => {
        const [first] = rows;
        const cell = cells.find((each) => `${each.categoryId}/${each.department}` === key);
        return (
          <section key={key} style={{ marginBottom: 24 }}>
            <h2>{first && names.category(first.categoryId)}</h2>
            <OrderList
              rows={rows}
              seats={cell && seatsLeft(cell)}
              move={(from, to) => {
                const [one, other] = [rows[from], rows[to]];
                if (!one || !other) return;
                change(movedTo(order, order.indexOf(one.applicationId), order.indexOf(other.applicationId)));
                setSaid(tell(desk.moved(one.organizationName, to + 1)));
              }}
            />
          </section>
        );
      })}
    </Drawer>
  );
}

type OrderListProps = {
  readonly rows: readonly CaseRow[];
  readonly seats: number | undefined;
  readonly move: (from: number, to: number) => void;
};

function OrderList({ rows, seats, move }: OrderListProps) {
  const tell = useTell();
  const [dragged, setDragged] = useState<number>();
  const press = (event: KeyboardEvent, at: number): void => {
    const to = event.altKey ? { ArrowUp: at - 1, ArrowDown: at + 1 }[event.key] : undefined;
    if (to === undefined) return;
    event.preventDefault();
    move(at, to);
  };
  return (
    <ol className="case-order">
      {rows.map(({ applicationId, organizationName: unit }, at) => (
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
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={tell(desk.up(unit))}
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
              onKeyDown={(event) => press(event, at)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={tell(desk.down(unit))}
              disabled={at === rows.length - 1}
              onClick={() => move(at, at + 1)}
              onKeyDown={(event) => press(event, at)}
            />
          </span>
          {seats === at + 1 && at < rows.length - 1 && (
            <span className="case-order-seats">{tell(desk.seatLine(seats))}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
