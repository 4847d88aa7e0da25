import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { barrierWords } from '#domain/barrier-words';
import type { Coverage } from '#domain/draws';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { assignment as m } from '#web/messages/assignment.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { percentOf } from './figures.ts';
import { ScrollBox } from './scroll-box.tsx';
import './assignment.css';

type Previewed = AnswerOf<'post', '/cycles/{cycleId}/matching/preview'>;
type Outcome = NonNullable<Previewed['outcome']>;

export type Figure = { readonly label: Said; readonly value: string | number };

export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  const tell = useTell();
  return (
    <dl className="assignment-figures">
      {figures.map(({ label, value }) => (
        <div key={tell(label)}>
          <dt>{tell(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const FIRST = 20;

/** Who would have how many, beside their own least and most; the bar's words stand beside it. */
export function LoadBars({ loads }: Pick<Outcome, 'loads'>) {
  const tell = useTell();
  const [isAll, setAll] = useState(false);
  const inOrder = useMemo(() => [...loads].sort((a, b) => b.load - a.load || a.name.localeCompare(b.name)), [loads]);
  const top = Math.max(1, ...loads.map(({ load, most }) => Math.max(load, most)));
  const values = loads.map(({ load }) => load);
  const shown = isAll ? inOrder : inOrder.slice(0, FIRST);
  return (
    <section className="card">
      <h2>{tell(m.loads)}</h2>
      <p className="quiet figures">{tell(m.loadsHelp(Math.min(...values, top), Math.max(0, ...values)))}</p>
      <dl className="assignment-bars">
        {shown.map(({ reviewerId, name, load, least, most }) => (
          <div key={reviewerId}>
            <dt>
              <Link to="/experts/$reviewerId" params={{ reviewerId }}>
                {name}
              </Link>
            </dt>
            <dd aria-hidden>
              <span className="assignment-track">
                <span style={{ width: `${(100 * load) / top}%`, background: 'var(--action)' }} />
                <i style={{ insetInlineStart: `${(100 * least) / top}%` }} />
                <i style={{ insetInlineStart: `calc(${(100 * most) / top}% - 2px)` }} />
              </span>
            </dd>
            <dd className="figures">{tell(m.loadOf(load, least, most))}</dd>
          </div>
        ))}
      </dl>
      {loads.length > FIRST && (
        <Button type="link" onClick={() => setAll(!isAll)}>
          {isAll ? tell(m.fewLoads) : tell(m.allLoads(loads.length))}
        </Button>
      )}
    </section>
  );
}

type CoverageProps = {
  readonly coverage: readonly Coverage[];
  /** Whose it is, where a page has several. */
  readonly of?: string;
};

/** How many of each panel know something of what they judge. */
export function CoverageTable({ coverage, of }: CoverageProps) {
  const tell = useTell();
  const names = useNames();
  const most = Math.max(0, ...coverage.map(({ matched }) => matched.length - 1));
  const counts = Array.from({ length: most + 1 }, (_, at) => at);
  return (
    <section className="card">
      <h2>{tell(m.coverage)}</h2>
      <p className="quiet">{tell(m.coverageHelp)}</p>
      <ScrollBox label={of ? tell(m.coverageOf(of)) : tell(m.coverage)}>
        <table className="assignment-table">
          <thead>
            <tr>
              <th scope="col">{tell(m.category)}</th>
              <th scope="col" className="figures">
                {tell(m.panels)}
              </th>
              {counts.map((count) => (
                <th key={count} scope="col" className="figures">
                  {tell(m.matched(count))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverage.map(({ categoryId, panels, matched }) => (
              <tr key={categoryId}>
                <th scope="row">{names.category(categoryId)}</th>
                <td className="figures">{panels}</td>
                {counts.map((count) => (
                  <td
                    key={count}
                    className="figures"
                    style={count === 0 && (matched[0] ?? 0) > 0 ? { color: 'var(--warn)', fontWeight: 600 } : undefined}
                  >
                    {matched[count] ?? 0}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

type ClosedProps = { readonly closed: Previewed['closedPairs']; readonly pairs: number };

/** How many pairs each source of conflict takes out. */
export function ClosedPairs({ closed, pairs }: ClosedProps) {
  const tell = useTell();
  const top = Math.max(1, ...closed.map((each) => each.pairs));
  return (
    <section className="card">
      <h2>{tell(m.closedPairs)}</h2>
      {closed.length === 0 ? (
        <p className="quiet">{tell(m.noClosed)}</p>
      ) : (
        <>
          <p className="quiet">{tell(m.closedHelp)}</p>
          <dl className="assignment-bars">
            {[...closed]
              .sort((a, b) => b.pairs - a.pairs)
              .map((each) => (
                <div key={each.source}>
                  <dt>{tell(barrierWords[each.source])}</dt>
                  <dd aria-hidden>
                    <span className="assignment-track">
                      <span style={{ width: `${(100 * each.pairs) / top}%`, background: 'var(--warn)' }} />
                    </span>
                  </dd>
                  <dd className="figures">
                    {each.pairs} · {percentOf(each.pairs, pairs)}
                  </dd>
                </div>
              ))}
          </dl>
        </>
      )}
    </section>
  );
}

type PanelRow = Outcome['panels'][number];

export function PanelsTable({ panels }: Pick<Outcome, 'panels'>) {
  const tell = useTell();
  const names = useNames();
  const columns = useMemo(
    (): readonly Column<PanelRow>[] => [
      {
        id: 'unit',
        head: tell(m.unit),
        width: 260,
        cell: ({ applicationId, name }) => (
          <Link to="/cases/$applicationId/review" params={{ applicationId }}>
            {name}
          </Link>
        ),
        value: ({ name }) => name,
      },
      {
        id: 'category',
        head: tell(m.category),
        width: 160,
        cell: ({ categoryId }) => names.category(categoryId),
        value: ({ categoryId }) => names.category(categoryId),
      },
      { id: 'fit', head: tell(m.fit), width: 110, figures: true, cell: ({ fit }) => fit, value: ({ fit }) => fit },
      {
        id: 'matched',
        head: tell(m.matchedHead),
        width: 120,
        figures: true,
        cell: ({ matched }) => matched,
        value: ({ matched }) => matched,
      },
    ],
    [tell, names],
  );
  return (
    <section>
      <h2 style={{ marginBottom: 8 }}>{tell(m.panelsTitle)}</h2>
      <DataTable<PanelRow>
        name="assignment-panels"
        caption={tell(m.panelsTitle)}
        columns={columns}
        rows={panels}
        rowKey={({ applicationId }) => applicationId}
      />
    </section>
  );
}
