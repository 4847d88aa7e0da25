import { App, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import { ask } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { Empty, Trouble } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { exportRows } from '#web/kit/table-export.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { cases, desk } from '#web/messages/recommender.ts';
import type { CaseRow } from './case-columns.tsx';
import { type Decision, decisionsOf } from './decisions.ts';
import { inOrder, type NewOrder, ordersIn } from './order.ts';
import type { Start } from './queue-page.tsx';
import { usePlacing } from './use-placing.ts';
import { type Cell, seatsLeft } from './use-seats.ts';
import { readWorkbook } from './workbook.ts';

type QueueBookProps = {
  readonly cycleId: string;
  readonly rows: readonly CaseRow[];
  readonly waiting: readonly CaseRow[];
  readonly cells: readonly Cell[];
  readonly start: Start;
};

/** The queue as a workbook: out in its order, and in again with what was decided, shown before any of it is done. */
export function QueueBook({ cycleId, rows, waiting, cells, start }: QueueBookProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const [decisions, setDecisions] = useState<readonly Decision[] | 'unreadable'>();
  const columns = useBookColumns();
  const placing = usePlacing(cycleId);
  const leftOf = (row: Pick<CaseRow, 'categoryId' | 'recommender'>) => {
    const cell = cells.find((each) => each.categoryId === row.categoryId && each.department === row.recommender);
    const seats = cell && seatsLeft(cell);
    if (!cell || seats === undefined) return undefined;
    return { pool: cell.shared ? cell.categoryId : `${cell.categoryId}/${cell.department}`, seats };
  };
  const read = async (file: File): Promise<void> => {
    const cellsRead = await readWorkbook(file);
    // A recommender sees but its own units, so whoever is not among the rows is none of its business.
    setDecisions(
      (cellsRead && decisionsOf(cellsRead, rows as Parameters<typeof decisionsOf>[1], leftOf)) ?? 'unreadable',
    );
  };
  /** Read here; nothing is uploaded. */
  const taken = (file: File): false => {
    void read(file);
    return false;
  };
  const placesOf = (all: readonly Decision[]): NewOrder[] => ordersIn(all, rows, cells);
  const run = async (all: readonly Decision[]): Promise<void> => {
    // First the order, so that the office finds it with the first that is sent; a refusal leaves the preview open.
    for (const order of placesOf(all)) await placing.place(order);
    setDecisions(undefined);
    const ready = all.filter(({ verdict }) => verdict !== undefined);
    if (ready.length === 0) return void message.success(tell(desk.orderSaved));
    await start({
      title: tell(desk.bookIn),
      items: ready,
      inOrder: true,
      nameOf: (of) => ('unit' in of ? of.unit : of.organizationName),
      act: (of) =>
        'verdict' in of && of.verdict
          ? ask('post', '/applications/{applicationId}/recommend', {
              applicationId: of.applicationId,
              verdict: of.verdict,
              opinion: of.opinion,
            })
          : Promise.resolve(),
    });
  };
  return (
    <>
      <Button
        disabled={waiting.length === 0}
        onClick={() => exportRows(`${tell(desk.bookName)}.xlsx`, columns, inOrder(waiting))}
      >
        {tell(desk.bookOut)}
      </Button>
      <Upload accept=".xlsx" showUploadList={false} beforeUpload={taken}>
        <Button>{tell(desk.bookIn)}</Button>
      </Upload>
      {decisions !== undefined && (
        <Preview
          decisions={decisions}
          places={decisions === 'unreadable' ? 0 : placesOf(decisions).length}
          error={placing.error}
          run={run}
          close={() => {
            placing.reset();
            setDecisions(undefined);
          }}
        />
      )}
    </>
  );
}

function useBookColumns(): readonly Column<CaseRow>[] {
  const tell = useTell();
  const names = useNames();
  const column = (id: string, head: string, width: number, value: (row: CaseRow) => string | number | undefined) => ({
    ...{ id, head, width, value },
    cell: value,
  });
  return [
    column('number', tell(cases.number), 260, (row) => row.applicationId),
    column('unit', tell(cases.unit), 260, (row) => row.organizationName),
    column('category', tell(cases.category), 120, (row) => names.category(row.categoryId)),
    column('area', tell(cases.area), 120, (row) => names.area(row.areaId)),
    column('order', tell(desk.bookOrder), 80, (row) => row.rank),
    column('decision', tell(desk.bookDecision), 100, () => undefined),
    column('opinion', tell(desk.bookOpinion), 360, () => undefined),
  ];
}

type PreviewProps = {
  readonly decisions: readonly Decision[] | 'unreadable';
  /** In how many categories the order changes. */
  readonly places: number;
  /** Why the order was refused. */
  readonly error: Error | null;
  readonly run: (all: readonly Decision[]) => Promise<void>;
  readonly close: () => void;
};

function Preview({ decisions, places, error, run, close }: PreviewProps) {
  const tell = useTell();
  const columns = usePreviewColumns();
  if (decisions === 'unreadable') {
    return (
      <Modal open title={tell(desk.bookTitle)} onCancel={close} footer={null}>
        <Empty title={desk.bookUnreadable} help={desk.bookUnreadableHelp} />
      </Modal>
    );
  }
  const ready = decisions.filter(({ verdict }) => verdict !== undefined);
  const faulty = decisions.filter(({ faults }) => faults.length > 0).length;
  const count = (verdict: Decision['verdict']): number => decisions.filter((each) => each.verdict === verdict).length;
  return (
    <Modal
      open
      width={960}
      title={tell(desk.bookTitle)}
      mask={{ closable: false }}
      onCancel={close}
      cancelText={tell(kit.cancel)}
      okText={tell(ready.length === 0 && places > 0 ? desk.orderSave : desk.bookDo(ready.length))}
      okButtonProps={{ danger: ready.length > 0, disabled: faulty > 0 || ready.length + places === 0 }}
      onOk={() => run(decisions).catch(() => undefined)}
    >
      <p className="figures" role="status">
        {tell(desk.bookCounts(count('recommend'), count('decline'), count(undefined), faulty))}
      </p>
      {places > 0 && <p>{tell(desk.bookPlaces)}</p>}
      {error && <Trouble error={error} />}
      <p className="quiet">{tell(faulty > 0 ? desk.bookFaulty : desk.bookHelp)}</p>
      <DataTable
        name="recommendation-book"
        caption={tell(desk.bookTitle)}
        columns={columns}
        rows={decisions}
        rowKey={({ row }) => String(row)}
        empty={<Empty title={desk.bookUnreadable} help={desk.bookUnreadableHelp} />}
      />
    </Modal>
  );
}

function usePreviewColumns(): readonly Column<Decision>[] {
  const tell = useTell();
  const outcome = ({ verdict, faults }: Decision): string =>
    faults.length > 0
      ? faults.map((fault) => tell(fault)).join(tell(desk.and))
      : tell(verdict === undefined ? desk.bookSkipped : verdict === 'recommend' ? cases.recommend : cases.decline);
  return [
    {
      ...{ id: 'row', head: tell(desk.bookRow), width: 72, figures: true },
      cell: ({ row }) => row,
      value: ({ row }) => row,
    },
    {
      ...{ id: 'unit', head: tell(cases.unit), width: 220 },
      cell: ({ unit, applicationId }) => unit || applicationId,
      value: ({ unit, applicationId }) => unit || applicationId,
    },
    {
      ...{ id: 'order', head: tell(desk.bookOrder), width: 80, figures: true },
      cell: ({ order }) => order,
      value: ({ order }) => order,
    },
    {
      ...{ id: 'outcome', head: tell(desk.bookOutcome), width: 240 },
      cell: (decision) => (
        <span style={decision.faults.length > 0 ? { color: 'var(--seal)' } : undefined}>{outcome(decision)}</span>
      ),
      value: outcome,
    },
    {
      ...{ id: 'opinion', head: tell(desk.bookOpinion), width: 240 },
      cell: ({ opinion }) => opinion,
      value: ({ opinion }) => opinion,
    },
  ];
}
