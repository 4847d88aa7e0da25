import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import type { Cycle } from '#domain/cycles';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { shanghaiMinute, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { CategoryLinks } from './category-links.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { useCycle } from './known.ts';
import './results.css';
import { Scrolls } from './scrolls.tsx';

type Result = AnswerOf<'get', '/cycles/{cycleId}/results/snapshots'>['items'][number];

/** Every frozen result, and what changed from one to another. */
export function HistoryPage() {
  const tell = useTell();
  const { cycleId = '' } = useParams({ strict: false });
  const known = useCycle(cycleId);
  const snapshots = useRead('/cycles/{cycleId}/results/snapshots', { cycleId });
  return (
    <Show of={known.read}>
      {(cycle) => (
        <Page
          title={tell(results.historyTitle)}
          crumbs={[
            { label: cycle.title, to: `/cycles/${cycleId}` },
            { label: tell(results.title), to: `/cycles/${cycleId}/results` },
          ]}
        >
          <p className="quiet">{tell(results.historyHelp)}</p>
          <Show of={snapshots}>
            {({ items }) => (
              <>
                <Snapshots cycleId={cycleId} items={items} />
                {items.length < 2 ? (
                  <Empty title={results.onlyOne} />
                ) : (
                  <Compared cycle={cycle} items={items} nameOf={known.categoryName} />
                )}
              </>
            )}
          </Show>
        </Page>
      )}
    </Show>
  );
}

function Snapshots({ cycleId, items }: { readonly cycleId: string; readonly items: readonly Result[] }) {
  const tell = useTell();
  return (
    <Scrolls label={tell(results.history)}>
      <table className="simple-table">
        <thead>
          <tr>
            <th scope="col">{tell(results.number)}</th>
            <th scope="col">{tell(results.frozenAt)}</th>
            <th scope="col">{tell(results.why)}</th>
            <th scope="col">{tell(results.hash)}</th>
            <th scope="col">
              <span className="visually-hidden">{tell(results.see)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ resultId, computedAt, reason, voteId, hash }, at) => (
            <tr key={resultId}>
              <td>
                {tell(results.snapshot(items.length - at))}
                <div className="quiet">{tell(at === 0 ? results.inForce : results.superseded)}</div>
              </td>
              <td>
                <When at={computedAt} />
              </td>
              <td>{reason === undefined ? tell(results.bySystem) : voteId ? tell(results.byVote(reason)) : reason}</td>
              <td>
                <code className="figures">{hash.slice(0, 16)}…</code>
              </td>
              <td>
                <Link
                  to="/cycles/$cycleId/results"
                  params={{ cycleId }}
                  search={at === 0 ? {} : { result: resultId }}
                  aria-label={`${tell(results.see)} ${tell(results.snapshot(items.length - at))}`}
                >
                  {tell(results.see)}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

type ComparedProps = {
  readonly cycle: Cycle;
  readonly items: readonly Result[];
  readonly nameOf: (categoryId: string) => string;
};

function Compared({ cycle, items, nameOf }: ComparedProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const search = useSearch({ from: '/desk/cycles/$cycleId/results/history' });
  const { cycleId } = cycle;
  const from = search.from ?? items[1]?.resultId ?? '';
  const to = search.to ?? items[0]?.resultId ?? '';
  const categoryId = search.category ?? cycle.categories[0]?.categoryId ?? '';
  const choose = (chosen: { from?: string; to?: string }): void => {
    void navigate({ to: '/cycles/$cycleId/results/history', params: { cycleId }, search: { ...search, ...chosen } });
  };
  const options = items.map(({ resultId, computedAt }, at) => ({
    value: resultId,
    label: `${tell(results.snapshot(items.length - at))} · ${shanghaiMinute(computedAt)}`,
  }));
  return (
    <>
      <h2 style={{ marginBottom: 8 }}>{tell(results.compare)}</h2>
      <Form layout="inline" component="div" style={{ marginBottom: 16, gap: 8 }}>
        <Form.Item label={tell(results.from)} htmlFor="compare-from">
          <Select
            id="compare-from"
            value={from}
            options={options}
            style={{ minWidth: 240 }}
            onChange={(value) => choose({ from: value })}
          />
        </Form.Item>
        <Form.Item label={tell(results.to)} htmlFor="compare-to">
          <Select
            id="compare-to"
            value={to}
            options={options}
            style={{ minWidth: 240 }}
            onChange={(value) => choose({ to: value })}
          />
        </Form.Item>
      </Form>
      <CategoryLinks
        to={`/cycles/${cycleId}/results/history`}
        categories={cycle.categories}
        chosen={categoryId}
        nameOf={nameOf}
      />
      <ComparisonView cycleId={cycleId} from={from} to={to} categoryId={categoryId} />
    </>
  );
}
