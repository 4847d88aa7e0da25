import { Alert, App, Button, Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { isConflicted } from '#domain/policies';
import { mayBePlaced, mostPlaces } from '#domain/recommendation-order';
import { useActor } from '#web/api/actor.ts';
import { useNames } from '#web/api/names.ts';
import { isProblem } from '#web/api/problem.ts';
import { useLeaving } from '#web/kit/leave-guard.ts';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { desk } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';
import { movedTo, type Order, orderOf } from './order.ts';
import { OrderList } from './order-list.tsx';
import { usePlacing } from './use-placing.ts';
import { type Cell, seatsLeft } from './use-seats.ts';

type OrderDrawerProps = {
  readonly cycleId: string;
  readonly rows: readonly CaseRow[];
  readonly cells: readonly Cell[];
  readonly close: () => void;
};

const keyOf = ({ categoryId, department }: Pick<Cell, 'categoryId' | 'department'>): string =>
  `${categoryId}/${department}`;

/** The order in which a department recommends, category by category, with a line where the seats end. */
export function OrderDrawer({ cycleId, rows, cells, close }: OrderDrawerProps) {
  const tell = useTell();
  const names = useNames();
  const actor = useActor();
  const leaves = useLeaving();
  const { message } = App.useApp();
  const [said, setSaid] = useState('');
  // What was moved here and is not saved yet, by category and department.
  const [moved, setMoved] = useState<Readonly<Record<string, Order>>>({});
  const save = usePlacing(cycleId);
  const byId = useMemo(() => new Map(rows.map((row) => [row.applicationId, row])), [rows]);
  const orders = cells.map((cell) => {
    const own = rows.filter((row) => row.categoryId === cell.categoryId && row.recommender === cell.department);
    const placeable = own.filter((row) => isPlaceable(row) && !isConflicted(actor, row));
    const ids = placeable.map(({ applicationId }) => applicationId);
    const shown = orderOf(moved[keyOf(cell)] ?? cell.order, ids);
    return { cell, shown, isSaved: shown.join() === cell.order.join() };
  });
  const unsaved = orders.filter(({ isSaved, shown }) => !isSaved && shown.length > 0);
  const isTouched = Object.keys(moved).length > 0 && unsaved.length > 0;
  const saveAll = async (): Promise<void> => {
    for (const { cell, shown } of unsaved) {
      const { categoryId, department, orderVersion: version } = cell;
      const applicationIds = shown.slice(0, mostPlaces);
      await save.place({ categoryId, department, applicationIds, version });
    }
    void message.success(tell(desk.orderSaved));
    close();
  };
  const leave = async (): Promise<void> => {
    if (!isTouched || (await leaves())) close();
  };
  return (
    <Drawer
      open
      onClose={leave}
      size={520}
      title={tell(desk.orderTitle)}
      extra={
        <Button
          type="primary"
          disabled={unsaved.length === 0}
          loading={save.isPending}
          onClick={() => void saveAll().catch(() => undefined)}
        >
          {tell(desk.orderSave)}
        </Button>
      }
    >
      <p className="quiet">{tell(desk.orderHelp)}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {isProblem(save.error, 'StaleVersion') ? (
        <Stale
          latest={() => {
            setMoved({});
            save.reset();
          }}
        />
      ) : (
        save.error && <Trouble error={save.error} />
      )}
      {orders.map(({ cell, shown }) => {
        const shownRows = shown.flatMap((id) => byId.get(id) ?? []);
        if (shownRows.length === 0) return null;
        return (
          <section key={keyOf(cell)} style={{ marginBottom: 24 }}>
            <h2>{names.category(cell.categoryId)}</h2>
            <OrderList
              rows={shownRows}
              seats={seatsLeft(cell)}
              move={(from, to) => {
                const row = shownRows[from];
                if (!row || !shownRows[to]) return;
                setMoved({ ...moved, [keyOf(cell)]: movedTo(shown, from, to) });
                setSaid(tell(desk.moved(row.organizationName, to + 1)));
              }}
            />
          </section>
        );
      })}
    </Drawer>
  );
}

const isPlaceable = ({ status }: CaseRow): boolean =>
  mayBePlaced({ status: status as Parameters<typeof mayBePlaced>[0]['status'] }); // the API answers no other

/** A colleague was faster: what was moved here stands and can be saved over it, or the latest be taken. */
function Stale({ latest }: { readonly latest: () => void }) {
  const tell = useTell();
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={tell(desk.orderStale)}
      action={
        <Button size="small" onClick={latest}>
          {tell(desk.orderLatest)}
        </Button>
      }
    />
  );
}
