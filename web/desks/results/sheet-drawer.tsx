import { Drawer } from 'antd';
import { Fragment } from 'react';
import type { CycleCategory } from '#domain/cycles';
import { formatMark } from '#domain/marks';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { Scrolls } from './scrolls.tsx';

type Sheet = AnswerOf<'get', '/assignments/{assignmentId}/sheet'>;
type Standard = AnswerOf<'get', '/standards/{standardId}/{standardVersion}'>;

type Props = {
  readonly assignmentId: string;
  readonly who: string;
  readonly unit: string;
  readonly category: CycleCategory;
  readonly total: string;
  readonly close: () => void;
};

/** One sheet, point by point beside its standard: the bottom of the arithmetic. */
export function SheetDrawer({ assignmentId, who, unit, category, total, close }: Props) {
  const tell = useTell();
  const sheet = useRead('/assignments/{assignmentId}/sheet', { assignmentId });
  return (
    <Drawer
      open
      size={720}
      title={tell(results.sheetTitle(who))}
      onClose={close}
      closable={{ placement: 'end' }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <p className="quiet">{unit}</p>
      <Show of={sheet}>{(found) => <Marks sheet={found} category={category} total={total} />}</Show>
    </Drawer>
  );
}

type MarksProps = Pick<Props, 'category' | 'total'> & { readonly sheet: Sheet };

function Marks({ sheet, category: { standardId, standardVersion }, total }: MarksProps) {
  const standard = useRead('/standards/{standardId}/{standardVersion}', { standardId, standardVersion });
  return <Show of={standard}>{(found) => <MarkTable standard={found} sheet={sheet} total={total} />}</Show>;
}

type MarkTableProps = { readonly standard: Standard; readonly sheet: Sheet; readonly total: string };

function MarkTable({ standard, sheet, total }: MarkTableProps) {
  const tell = useTell();
  return (
    <>
      <Scrolls label={standard.name}>
        <table className="simple-table">
          <thead>
            <tr>
              <th scope="col">{tell(results.point)}</th>
              <th scope="col" className="figures">
                {tell(results.full)}
              </th>
              <th scope="col" className="figures">
                {tell(results.mark)}
              </th>
              <th scope="col">{tell(results.comment)}</th>
            </tr>
          </thead>
          <tbody>
            {standard.indicators.map((first) => (
              <Fragment key={first.indicatorId}>
                <tr>
                  <th scope="rowgroup" colSpan={4} style={{ background: 'var(--paper)', fontWeight: 600 }}>
                    {first.name}
                  </th>
                </tr>
                {first.children.flatMap(({ children }) =>
                  children.map(({ pointId, name, fullMarks }) => (
                    <tr key={pointId}>
                      <th scope="row">{name}</th>
                      <td className="figures">{formatMark(fullMarks)}</td>
                      <td className="figures">{sheet.marks[pointId]?.score}</td>
                      <td>{sheet.marks[pointId]?.comment}</td>
                    </tr>
                  )),
                )}
              </Fragment>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {tell(results.total)}
              </th>
              <td className="figures">
                <strong>{total}</strong>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </Scrolls>
      {sheet.overall !== '' && (
        <p style={{ marginTop: 16 }}>
          <strong>{tell(results.overall)}</strong> {sheet.overall}
        </p>
      )}
    </>
  );
}
