import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button, Progress, Segmented, Select } from 'antd';
import { useCategoryName } from '#web/api/names.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { Confirmations } from './confirmations.tsx';
import { Invitations } from './invitations.tsx';
import { countsOf, filtered, nextDueOf, type QueueItem, type QueueState } from './queue.ts';
import { QueueList } from './queue-list.tsx';
import { useAcceptAll } from './use-accept.ts';
import { WishesOpen } from './wishes-open.tsx';
import './reviewer.css';

const route = getRouteApi('/desk/reviews');

/** My queue: what is to be answered and scored, until when; invitations and transcriptions first. */
export function QueuePage() {
  const tell = useTell();
  const queue = useRead('/assignments', {});
  return (
    <Page title={tell(reviewer.queue)}>
      <div className="stack">
        <Invitations />
        <WishesOpen />
        <Confirmations items={queue.data?.items ?? []} />
        <Show of={queue}>{({ items }) => (items.length === 0 ? <NoQueue /> : <Queue items={items} />)}</Show>
      </div>
    </Page>
  );
}

function NoQueue() {
  const tell = useTell();
  return (
    <section className="card">
      <Empty title={reviewer.noQueue} help={reviewer.noQueueHelp}>
        <Link to="/expert">{tell(reviewer.toExpert)}</Link>
      </Empty>
    </section>
  );
}

function Queue({ items }: { readonly items: readonly QueueItem[] }) {
  const tell = useTell();
  const search = route.useSearch();
  const shown = filtered(items, search);
  const navigate = route.useNavigate();
  return (
    <section className="card" aria-label={tell(reviewer.queue)}>
      <Overall items={items} />
      <Filters items={items} />
      {shown.length > 0 ? (
        <QueueList items={shown} />
      ) : (
        <Empty title={reviewer.noneShown}>
          <Button onClick={() => navigate({ search: {} })}>{tell(reviewer.showAll)}</Button>
        </Empty>
      )}
    </section>
  );
}

function Overall({ items }: { readonly items: readonly QueueItem[] }) {
  const tell = useTell();
  const { message } = App.useApp();
  const counts = countsOf(items);
  const due = nextDueOf(items);
  const pending = items.filter(({ status }) => status === 'pending');
  const acceptAll = useAcceptAll(() => message.success(tell(reviewer.accepted)));
  return (
    <div className="row spread" style={{ marginBottom: 12 }}>
      <div className="row">
        <strong className="figures">{tell(reviewer.overall(counts.submitted, counts.all))}</strong>
        <Progress
          percent={(100 * counts.submitted) / counts.all}
          showInfo={false}
          style={{ width: 160 }}
          aria-label={tell(reviewer.overall(counts.submitted, counts.all))}
        />
        {due && (
          <span className="quiet">
            {tell(reviewer.nextDue)} <Countdown to={due} />
          </span>
        )}
      </div>
      {pending.length > 1 && (
        <Button onClick={() => acceptAll(pending)}>{tell(reviewer.acceptAll(pending.length))}</Button>
      )}
    </div>
  );
}

function Filters({ items }: { readonly items: readonly QueueItem[] }) {
  const tell = useTell();
  const { state, category } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = useCategoryName();
  const counts = countsOf(items);
  const categoryIds = [...new Set(items.map(({ categoryId }) => categoryId))];
  const go = (next: { state?: QueueState | undefined; category?: string | undefined }) => {
    const wanted = { state, category, ...next };
    void navigate({
      search: { ...(wanted.state && { state: wanted.state }), ...(wanted.category && { category: wanted.category }) },
      replace: true,
    });
  };
  return (
    <div className="row reviewer-filters">
      <Segmented<QueueState | 'all'>
        aria-label={tell(reviewer.filterState)}
        value={state ?? 'all'}
        onChange={(next) => go({ state: next === 'all' ? undefined : next })}
        options={[
          { value: 'all', label: tell(reviewer.allStates(counts.all)) },
          { value: 'pending', label: tell(reviewer.toAnswer(counts.pending)) },
          { value: 'open', label: tell(reviewer.toScore(counts.open)) },
          { value: 'submitted', label: tell(reviewer.handedIn(counts.submitted)) },
        ]}
      />
      {categoryIds.length > 1 && (
        <Select
          aria-label={tell(reviewer.filterCategory)}
          style={{ minWidth: 140 }}
          value={category ?? ''}
          onChange={(next: string) => go({ category: next || undefined })}
          options={[
            { value: '', label: tell(reviewer.allCategories) },
            ...categoryIds.map((each) => ({ value: each, label: nameOf(each) })),
          ]}
        />
      )}
    </div>
  );
}
