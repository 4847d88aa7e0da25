import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import type { bids } from '#domain/fit';
import { useAreaName, useCategoryName } from '#web/api/names.ts';
import { isProblem } from '#web/api/problem.ts';
import type { ItemOf } from '#web/api/queries.ts';
import { useAct, usePages, useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { expert } from '#web/messages/reviewer-expert.ts';
import './reviewer.css';

const route = getRouteApi('/desk/wishes/$cycleId');

type Offered = ItemOf<'/cycles/{cycleId}/preferences'>;
type Bid = (typeof bids)[number];

/** What I would like to review, before the draw: by number, in a blind category without whose it is. */
export function WishesPage() {
  const { cycleId } = route.useParams();
  const tell = useTell();
  const { data: cycle } = useRead('/cycles/{cycleId}', { cycleId });
  const pages = usePages('/cycles/{cycleId}/preferences', { cycleId, limit: 50 });
  const isClosed = isProblem(pages.error, 'WrongState') || isProblem(pages.error, 'NotAllowed');
  return (
    <Page
      title={tell(expert.wishes)}
      {...(cycle && { number: cycle.title })}
      crumbs={[{ label: tell(reviewer.queue), to: '/reviews' }]}
    >
      <section className="card" aria-label={tell(expert.wishes)}>
        {cycle && isProblem(pages.error, 'NotFound') ? (
          <Empty title={expert.notInPool} help={expert.notInPoolHelp} />
        ) : isClosed ? (
          <Empty title={expert.wishesClosed} help={expert.wishesClosedHelp} />
        ) : (
          <Show of={pages}>
            {({ pages: read }) => <Offers cycleId={cycleId} items={read.flatMap(({ items }) => items)} />}
          </Show>
        )}
        {pages.hasNextPage && (
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {tell(kit.loadMore)}
          </Button>
        )}
      </section>
    </Page>
  );
}

const order: readonly Bid[] = ['want', 'can', 'rather-not', 'none'];
const bidOfKey: Readonly<Record<string, Bid>> = { '1': 'want', '2': 'can', '3': 'rather-not', '0': 'none' };

function Offers({ cycleId, items }: { readonly cycleId: string; readonly items: readonly Offered[] }) {
  const tell = useTell();
  const { message } = App.useApp();
  const nameOf = useCategoryName();
  const areaOf = useAreaName();
  const [chosen, setChosen] = useState<Readonly<Record<string, Bid>>>({});
  const act = useAct('post', '/cycles/{cycleId}/preferences', {
    changes: [],
    done: ({ wishes }) => message.success(tell(expert.wishSaved(wishes))),
  });
  if (items.length === 0) return <Empty title={expert.wishesNone} help={expert.wishesNoneHelp} />;
  const choose = (number: string, bid: Bid): void => {
    const before = chosen;
    setChosen({ ...before, [number]: bid });
    // What was not taken is not shown as if it were.
    act.mutateAsync({ cycleId, choices: [{ number, bid }] }).catch(() => {
      setChosen(({ [number]: _, ...others }) => {
        const kept = before[number];
        return kept ? { ...others, [number]: kept } : others;
      });
    });
  };
  const press = (event: KeyboardEvent<HTMLLIElement>, number: string): void => {
    const bid = bidOfKey[event.key];
    const row = event.currentTarget;
    const beside = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
    if (!bid && !beside) return;
    event.preventDefault();
    if (bid) choose(number, bid);
    // Within the row the choice itself has the arrows; the row is where the keys of the list are.
    if (beside instanceof HTMLElement) beside.focus();
  };
  return (
    <>
      <p>{tell(expert.wishesHelp)}</p>
      <p className="quiet">{tell(expert.wishesKeys)}</p>
      {act.error && <Trouble error={act.error} />}
      <ul className="reviewer-rows" aria-label={tell(expert.offered)}>
        {items.map(({ number, organizationName, categoryId, areaId, bid }) => (
          <li
            key={number}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the row takes the keys of the list.
            tabIndex={0}
            onKeyDown={(event) => press(event, number)}
            aria-label={`${number} ${organizationName ?? ''}`}
          >
            <div>
              <strong className="figures">{number}</strong> {organizationName}
              <div className="quiet">
                {nameOf(categoryId)} · {areaOf(areaId)}
              </div>
            </div>
            <Segmented<Bid>
              aria-label={tell(expert.wishOf(number))}
              value={chosen[number] ?? bid}
              onChange={(next) => choose(number, next)}
              options={order.map((each) => ({ value: each, label: tell(expert.bids[each]) }))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
