import { CheckOutlined, ExclamationCircleOutlined, StopOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { CycleCategory } from '#domain/cycles';
import { Empty } from '#web/kit/states.tsx';
import { DataTable, type DataTableProps } from '#web/kit/table.tsx';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { type Row, stepOf } from './arithmetic.ts';
import { ArithmeticView } from './arithmetic-view.tsx';
import { spreadOf } from './standing.ts';
import { useSeatWords } from './words.ts';

type Props = {
  readonly cycleId: string;
  readonly rows: readonly Row[];
  readonly category: CycleCategory | undefined;
  readonly categoryName: string;
  readonly areaName: (areaId: string) => string;
  /** How far the panel lies apart where that is more than noise. */
  readonly disagreement: ReadonlyMap<string, number>;
};

const shownOf = (row: Row, name: string): string => stepOf(row.steps, name)?.shown ?? '';
const numberOf = (text: string): number | undefined => (text === '' ? undefined : Number(text));

function adjustedOf(row: Row): string {
  const [bonus, deduction] = [shownOf(row, 'bonus.points'), shownOf(row, 'deduction.points')];
  if (bonus === '' && deduction === '') return '';
  const parts = [bonus !== '0.00' && `+${bonus}`, deduction !== '0.00' && `−${deduction}`].filter(Boolean);
  return parts.length === 0 ? '0' : parts.join(' ');
}

/** The ranking of a category: every component, and each row opens into how it came about. */
export function Ranking({ cycleId, rows, category, categoryName, areaName, disagreement }: Props) {
  const tell = useTell();
  const seatWords = useSeatWords();
  const columns = useMemo((): DataTableProps<Row>['columns'] => {
    const points = (component: 'documents' | 'site' | 'satisfaction') => ({
      id: component,
      head: tell(results.components[component]),
      cell: (row: Row) => shownOf(row, `${component}.points`),
      value: (row: Row) => numberOf(shownOf(row, `${component}.points`)),
      figures: true,
      width: 92,
    });
    return [
      {
        id: 'rank',
        head: tell(results.rank),
        cell: ({ rank }) => rank,
        value: ({ rank }) => rank,
        figures: true,
        width: 76,
      },
      {
        id: 'unit',
        head: tell(results.unit),
        cell: ({ organizationName }) => organizationName,
        value: ({ organizationName }) => organizationName,
        width: 210,
      },
      {
        id: 'composite',
        head: tell(results.composite),
        cell: ({ shown }) => <strong>{shown}</strong>,
        value: ({ shown }) => numberOf(shown ?? ''),
        figures: true,
        width: 92,
      },
      points('documents'),
      points('site'),
      points('satisfaction'),
      { id: 'adjust', head: tell(results.adjust), cell: adjustedOf, value: adjustedOf, figures: true, width: 92 },
      {
        id: 'seat',
        head: tell(results.seat),
        cell: (row) => <SeatCell row={row} words={seatWords(row)} />,
        value: seatWords,
        width: 136,
      },
      {
        id: 'flag',
        head: tell(results.flag),
        cell: ({ applicationId }) => <Flag points={disagreement.get(applicationId)} />,
        value: ({ applicationId }) => (disagreement.has(applicationId) ? tell(results.flagged) : ''),
        width: 110,
      },
      {
        id: 'spread',
        head: tell(results.spread),
        cell: (row) => spreadOf(row),
        value: (row) => numberOf(spreadOf(row) ?? ''),
        figures: true,
        width: 92,
      },
      {
        id: 'recommender',
        head: tell(results.recommender),
        cell: ({ recommender }) => recommender,
        value: ({ recommender }) => recommender,
        width: 120,
      },
      {
        id: 'area',
        head: tell(results.area),
        cell: ({ areaId }) => areaName(areaId),
        value: ({ areaId }) => areaName(areaId),
        width: 120,
      },
    ];
  }, [tell, seatWords, areaName, disagreement]);
  return (
    <DataTable<Row>
      name="results"
      caption={tell(results.caption(categoryName))}
      columns={columns}
      rows={rows}
      rowKey={({ applicationId }) => applicationId}
      empty={<Empty title={results.noRows} />}
      detail={(row) => (
        <div style={{ padding: '8px 0 16px' }}>
          <ArithmeticView row={row} rows={rows} category={category} />
          <p style={{ marginTop: 12 }}>
            <Link
              to="/cycles/$cycleId/results/$categoryId/$applicationId"
              params={{ cycleId, categoryId: row.categoryId, applicationId: row.applicationId }}
            >
              {tell(results.ownPage)}
            </Link>
          </p>
        </div>
      )}
    />
  );
}

/** Selected or why not, as icon and word. */
function SeatCell({ row, words }: { readonly row: Row; readonly words: string }) {
  if (row.selected) {
    return (
      <span style={{ color: 'var(--good)' }}>
        <CheckOutlined aria-hidden /> {words} {row.tier && <span>· {row.tier}</span>}
      </span>
    );
  }
  const [tone, icon] = row.vetoed
    ? ['var(--seal)', <StopOutlined key="icon" aria-hidden />]
    : row.needsVote
      ? ['var(--warn)', <ExclamationCircleOutlined key="icon" aria-hidden />]
      : ['var(--quiet)', null];
  return (
    <span style={{ color: tone }}>
      {icon} {words}
    </span>
  );
}

function Flag({ points }: { readonly points: number | undefined }) {
  const tell = useTell();
  if (points === undefined) return null;
  return (
    <span style={{ color: 'var(--warn)' }} title={tell(results.flaggedOf(points.toFixed(1)))}>
      <ExclamationCircleOutlined aria-hidden /> {tell(results.flagged)}
    </span>
  );
}
