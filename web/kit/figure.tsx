import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { useState } from 'react';
import { figure } from '#web/messages/figure.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { later, Part } from './part.tsx';
import './figure.css';

/** The library of charts comes with the first chart that is shown, never before. */
const chart = later(async () => (await import('./figure-chart.tsx')).Chart);

type FigureTable = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

type FigureProps = {
  readonly title: string;
  /** In echarts' words; colours may be written as `var(--warn)`. */
  readonly option: EChartsCoreOption;
  /** The same data, figure for figure. */
  readonly table: FigureTable;
  readonly height?: number;
};

/** A chart that is also a table: for those who cannot see it, and for those who want the figures. */
export function Figure({ title, option, table, height = 320 }: FigureProps) {
  const tell = useTell();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="figure">
      <div className="row spread">
        <figcaption>{title}</figcaption>
        <Button
          size="small"
          type="text"
          icon={asTable ? <BarChartOutlined aria-hidden /> : <TableOutlined aria-hidden />}
          onClick={() => setAsTable(!asTable)}
        >
          {tell(asTable ? kit.asChart : kit.asTable)}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </div>
      {asTable ? (
        <Figures title={title} table={table} />
      ) : (
        <div role="img" aria-label={tell(figure.described(title, table.rows.length))}>
          <Part of={chart} give={{ option, height }} rows={Math.round(height / 40)} />
        </div>
      )}
    </figure>
  );
}

/** More rows than anybody reads at once are shown as they are asked for. */
const ROWS = 200;

/** Whole numbers as they are, others to two decimals, so that a column reads evenly. */
const shownOf = (value: string | number): string | number =>
  typeof value === 'string' || Number.isInteger(value) ? value : value.toFixed(2);

function Figures({ title, table: { head, rows } }: { readonly title: string; readonly table: FigureTable }) {
  const tell = useTell();
  const [shown, setShown] = useState(ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
    <section className="figure-table" aria-label={title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={name} scope="col" className={typeof rows[0]?.[at] === 'number' ? 'figures' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <tr key={row.join('/')}>
              {row.map((value, at) => (
                <td key={head[at]} className={typeof value === 'number' ? 'figures' : undefined}>
                  {shownOf(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button type="link" onClick={() => setShown(shown + ROWS)}>
          {tell(kit.loadMore)}
        </Button>
      )}
    </section>
  );
}
