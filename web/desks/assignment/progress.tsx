import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { Cycle } from '#domain/cycles';
import { mayCheck } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { isTimeFor } from '#domain/stages';
import { useActor, useHolds } from '#web/api/actor.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { type TabItem, TabPanes } from '#web/kit/tabs.tsx';
import { Countdown } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { progress as m } from '#web/messages/progress.ts';
import { CloseRound } from './close-round.tsx';
import { Figures } from './outcome.tsx';
import { ProgressCases } from './progress-cases.tsx';
import { ProgressCategories } from './progress-categories.tsx';
import { ProgressExperts } from './progress-experts.tsx';
import { ShortPanels } from './short-panels.tsx';

/** While a round runs its figures are asked for anew. */
const EVERY = 5_000;

/** How far the review is: experts, cases, what is short, and the round's end. */
export function ProgressPage() {
  const { cycleId } = useParams({ from: '/desk/cycles/$cycleId/progress' });
  const tell = useTell();
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  const mayAct = mayCheck(useActor());
  return (
    <Show of={cycle}>
      {(known) => (
        <Page
          title={tell(m.title)}
          crumbs={[{ label: known.title, to: `/cycles/${cycleId}` }]}
          status={
            isTimeFor('review', known) ? (
              <span className="row">
                {tell(m.due)} <Countdown to={known.windows.reviewBy} />
              </span>
            ) : (
              <Status state={known.status} />
            )
          }
          actions={mayAct && isTimeFor('review', known) && <CloseRound cycleId={cycleId} />}
        >
          <Board cycle={known} />
        </Page>
      )}
    </Show>
  );
}

function Board({ cycle }: { readonly cycle: Cycle }) {
  const { cycleId } = cycle;
  const tell = useTell();
  const isOpen = isTimeFor('review', cycle);
  const watches = useHolds('office', 'supervisor');
  const every = isOpen ? { every: EVERY } : {};
  const board = useRead('/cycles/{cycleId}/assignment-board', { cycleId }, every);
  const panels = useRead('/cycles/{cycleId}/panels', { cycleId }, { ...every, when: watches && isOpen });
  const short = useRead('/cycles/{cycleId}/short-panels', { cycleId }, { ...every, when: watches && isOpen });
  if (!isOpen && !isRoundClosed(cycle)) return <Alert type="info" showIcon title={tell(m.before)} />;
  const shortCount = short.data?.items.length ?? 0;
  return (
    <Show of={board}>
      {(known) => {
        const sum = (of: 'assigned' | 'submitted' | 'pending' | 'overdue') =>
          known.reviewers.reduce((all, each) => all + each[of], 0);
        return (
          <div className="stack">
            {!isOpen && <Closed cycleId={cycleId} />}
            <section className="card">
              <Figures
                figures={[
                  ...(['assigned', 'submitted', 'pending', 'overdue'] as const).map((of) => ({
                    label: m.figures[of],
                    value: sum(of),
                  })),
                  ...(panels.data
                    ? [
                        { label: m.figures.cases, value: panels.data.cases },
                        { label: m.figures.open, value: panels.data.open },
                        { label: m.figures.short, value: shortCount },
                      ]
                    : []),
                ]}
              />
            </section>
            <Parts
              cycleId={cycleId}
              items={[
                {
                  key: 'experts',
                  label: tell(m.tabExperts),
                  children: <ProgressExperts cycle={cycle} reviewers={known.reviewers} />,
                },
                ...(panels.data
                  ? [
                      { key: 'cases', label: tell(m.tabCases), children: <ProgressCases states={panels.data} /> },
                      {
                        key: 'short',
                        label: tell(m.tabShort(shortCount)),
                        children: <ShortPanels items={short.data?.items ?? []} states={panels.data.items} />,
                      },
                    ]
                  : []),
                {
                  key: 'categories',
                  label: tell(m.tabCategories),
                  children: <ProgressCategories categories={known.categories} />,
                },
              ]}
            />
          </div>
        );
      }}
    </Show>
  );
}

function Parts({ cycleId, items }: { readonly cycleId: string; readonly items: readonly TabItem[] }) {
  const tell = useTell();
  const navigate = useNavigate();
  const { tab = 'experts' } = useSearch({ from: '/desk/cycles/$cycleId/progress' });
  return (
    <TabPanes
      className="assignment-tabs"
      label={tell(m.tabs)}
      active={tab}
      choose={(next) =>
        navigate({ to: '/cycles/$cycleId/progress', params: { cycleId }, search: { tab: next }, replace: true })
      }
      items={items}
    />
  );
}

/** A page of another desk. */
const RESULTS: string = '/cycles/$cycleId/results';

function Closed({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  return (
    <Alert
      type="info"
      showIcon
      title={tell(m.closed)}
      description={
        <Link to={RESULTS} params={{ cycleId }}>
          {tell(m.toResults)}
        </Link>
      }
    />
  );
}
