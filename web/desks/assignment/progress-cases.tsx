import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { useNames } from '#web/api/names.ts';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { useTell } from '#web/messages/language.tsx';
import { progress as m } from '#web/messages/progress.ts';
import { bareReason } from './missing.ts';

type States = AnswerOf<'get', '/cycles/{cycleId}/panels'>;
type State = States['items'][number];

/** How far each case is and what it lacks. */
export function ProgressCases({ states }: { readonly states: States }) {
  const tell = useTell();
  const columns = useColumns();
  return (
    <div className="stack">
      {states.items.length < states.cases && (
        <p className="quiet figures">{tell(m.shownFirst(states.items.length, states.cases))}</p>
      )}
      <DataTable<State>
        name="progress-cases"
        caption={tell(m.byCase)}
        columns={columns}
        rows={states.items}
        rowKey={({ applicationId }) => applicationId}
      />
    </div>
  );
}

function useColumns(): readonly Column<State>[] {
  const tell = useTell();
  const names = useNames();
  return useMemo(() => {
    const lacks = ({ organizationName, missing }: State): string =>
      missing.map((field) => bareReason(tell(field), organizationName)).join(' ');
    return [
      {
        id: 'unit',
        head: tell(m.unit),
        width: 240,
        cell: ({ applicationId, organizationName }) => (
          <Link to="/cases/$applicationId/review" params={{ applicationId }}>
            {organizationName}
          </Link>
        ),
        value: (row) => row.organizationName,
      },
      {
        id: 'category',
        head: tell(m.category),
        width: 130,
        cell: ({ categoryId }) => names.category(categoryId),
        value: ({ categoryId }) => names.category(categoryId),
      },
      {
        id: 'sheets',
        head: tell(m.sheets),
        width: 110,
        figures: true,
        cell: ({ panel }) => (panel ? tell(m.sheetsOf(panel.submitted, panel.size)) : tell(m.noPanel)),
        value: ({ panel }) => (panel ? panel.submitted - panel.size : undefined),
      },
      {
        id: 'arbiter',
        head: tell(m.arbiter),
        width: 100,
        cell: ({ panel }) => panel?.arbiter && tell(m.arbiters[panel.arbiter]),
        value: ({ panel }) => (panel?.arbiter ? tell(m.arbiters[panel.arbiter]) : ''),
      },
      {
        id: 'state',
        head: tell(m.state),
        width: 90,
        cell: ({ missing }) => (
          <span style={{ color: missing.length === 0 ? 'var(--good)' : 'var(--warn)' }}>
            {tell(missing.length === 0 ? m.complete : m.incomplete)}
          </span>
        ),
        value: ({ missing }) => tell(missing.length === 0 ? m.complete : m.incomplete),
      },
      { id: 'missing', head: tell(m.missing), width: 340, cell: lacks, value: lacks },
    ];
  }, [tell, names]);
}
