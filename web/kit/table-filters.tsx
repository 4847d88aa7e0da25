import { useTell } from '#web/messages/language.tsx';
import { table } from '#web/messages/table.ts';
import { cellClass, widthAt } from './table-columns.ts';
import type { Column, DataTableProps, View } from './table-types.ts';

type FiltersProps<Row> = {
  readonly props: DataTableProps<Row>;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly shown: readonly Column<Row>[];
  readonly choices: (id: string) => readonly string[] | undefined;
};

/** The row under the heads in which is written what to look for. */
export function TableFilters<Row>({ props, view, setView, shown, choices }: FiltersProps<Row>) {
  const set = (id: string, text: string): void => {
    const { [id]: _, ...others } = view.filters;
    setView({ ...view, filters: text === '' ? others : { ...others, [id]: text } });
  };
  return (
    <tr aria-rowindex={2} className="table-row table-filters">
      {props.batch && <td className="table-tool" />}
      {props.detail && <td className="table-tool" />}
      {shown.map((column, at) => (
        <td key={column.id} className={cellClass({}, at)} style={widthAt(at)}>
          {column.value && (
            <Filter
              head={column.head}
              text={view.filters[column.id] ?? ''}
              choices={choices(column.id)}
              set={(text) => set(column.id, text)}
            />
          )}
        </td>
      ))}
    </tr>
  );
}

type FilterProps = {
  readonly head: string;
  readonly text: string;
  readonly choices: readonly string[] | undefined;
  readonly set: (text: string) => void;
};

function Filter({ head, text, choices, set }: FilterProps) {
  const tell = useTell();
  const label = tell(table.filterOf(head));
  const isChoice = choices && (text === '' || choices.some((choice) => text === `=${choice}`));
  if (!isChoice) {
    return (
      <input
        type="search"
        aria-label={label}
        title={tell(table.filterHint)}
        value={text}
        className={text === '' ? undefined : 'on'}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  return (
    <select
      aria-label={label}
      value={text}
      className={text === '' ? undefined : 'on'}
      onChange={(event) => set(event.target.value)}
    >
      <option value="">{tell(table.anything)}</option>
      {choices.map((choice) => (
        <option key={choice} value={`=${choice}`}>
          {choice}
        </option>
      ))}
    </select>
  );
}
