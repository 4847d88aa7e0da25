import { ExperimentOutlined } from '@ant-design/icons';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Cycle } from '#domain/cycles';
import { mayCheck, maySeeScores } from '#domain/policies';
import { isRoundClosed } from '#domain/reviews';
import { useActor } from '#web/api/actor.ts';
import { isProblem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble, Waiting } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import { whatIf } from '#web/messages/results-what-if.ts';
import type { Row } from './arithmetic.ts';
import { CategoryLinks } from './category-links.tsx';
import { useCycle, useDisagreement, useRanking } from './known.ts';
import { Ranking } from './ranking.tsx';
import { SnapshotLine } from './snapshot-line.tsx';
import { Summary } from './summary.tsx';
import { vetoDrift } from './veto-drift.ts';
import { VetoNotice } from './veto-notice.tsx';
import { OpenTies } from './vote.tsx';
import { WhatIfDrawer } from './what-if.tsx';
import './results.css';

const LIST = (cycleId: string): string => `/cycles/${cycleId}/list`;
const PROGRESS = (cycleId: string): string => `/cycles/${cycleId}/progress`;

/** The frozen result of a cycle, one category at a time. */
export function ResultsPage() {
  const tell = useTell();
  const { cycleId = '' } = useParams({ strict: false });
  const known = useCycle(cycleId);
  return (
    <Show of={known.read}>
      {(cycle) => (
        <Found
          cycle={cycle}
          known={known}
          crumbs={[{ label: cycle.title, to: `/cycles/${cycleId}` }]}
          title={tell(results.title)}
        />
      )}
    </Show>
  );
}

type Known = ReturnType<typeof useCycle>;
type FoundProps = {
  readonly cycle: Cycle;
  readonly known: Known;
  readonly crumbs: readonly { label: string; to: string }[];
  readonly title: string;
};

function Found({ cycle, known, crumbs, title }: FoundProps) {
  const tell = useTell();
  const actor = useActor();
  const { category: asked, result: resultId } = useSearch({ from: '/desk/cycles/$cycleId/results' });
  const [isAsking, setAsking] = useState(false);
  const categoryId = asked ?? cycle.categories[0]?.categoryId ?? '';
  const category = cycle.categories.find((each) => each.categoryId === categoryId);
  const hasResult = cycle.resultId !== undefined;
  const isClosed = isRoundClosed(cycle);
  if (!maySeeScores(actor, isClosed) || !(isClosed || hasResult)) {
    return (
      <Page title={title} crumbs={crumbs}>
        <Empty title={results.openTitle} help={results.openHelp}>
          <Link to={PROGRESS(cycle.cycleId)}>{tell(results.toProgress)}</Link>
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      title={title}
      crumbs={crumbs}
      actions={
        hasResult && (
          <>
            <Recompute cycle={cycle} />
            <Button icon={<ExperimentOutlined aria-hidden />} onClick={() => setAsking(true)}>
              {tell(whatIf.open)}
            </Button>
            {cycle.status === 'listing' && (
              <LinkButton primary to={LIST(cycle.cycleId)}>
                {tell(results.toList)}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <CategoryLinks
        to={`/cycles/${cycle.cycleId}/results`}
        categories={cycle.categories}
        chosen={categoryId}
        nameOf={known.categoryName}
      />
      <CategoryResult
        key={`${categoryId} ${resultId ?? ''}`}
        cycle={cycle}
        known={known}
        categoryId={categoryId}
        resultId={resultId}
      />
      {isAsking && category && (
        <WhatIfDrawer
          key={categoryId}
          cycle={cycle}
          category={category}
          categoryName={known.categoryName(categoryId)}
          close={() => setAsking(false)}
        />
      )}
    </Page>
  );
}

type CategoryProps = {
  readonly cycle: Cycle;
  readonly known: Known;
  readonly categoryId: string;
  readonly resultId: string | undefined;
};

function CategoryResult({ cycle, known, categoryId, resultId }: CategoryProps) {
  const tell = useTell();
  const { cycleId } = cycle;
  const category = cycle.categories.find((each) => each.categoryId === categoryId);
  const { asked, rows, result, isWhole, more } = useRanking(cycleId, categoryId, resultId);
  const snapshots = useRead('/cycles/{cycleId}/results/snapshots', { cycleId });
  const disagreement = useDisagreement(cycleId, categoryId, rows);
  if (isProblem(asked.error, 'NotFound')) return <Empty title={results.rankingTitle} help={results.rankingHelp} />;
  if (asked.error) return <Trouble error={asked.error} retry={() => asked.refetch()} />;
  if (!result) return <Waiting />;
  return (
    <>
      <SnapshotLine cycleId={cycleId} result={result} all={snapshots.data?.items ?? [result]} />
      {!resultId && cycle.status === 'listing' && <Drift cycleId={cycleId} rows={rows} />}
      {!resultId && <OpenTies cycleId={cycleId} categoryId={categoryId} rows={rows} />}
      <Summary rows={rows} category={category} />
      <Ranking
        cycleId={cycleId}
        rows={rows}
        category={category}
        categoryName={known.categoryName(categoryId)}
        areaName={known.areaName}
        disagreement={disagreement}
      />
      {!isWhole && (
        <p className="row" style={{ marginTop: 16 }}>
          <span className="quiet figures">{tell(results.loaded(rows.length, result.rows))}</span>
          <Button loading={asked.isFetchingNextPage} onClick={() => more()}>
            {tell(kit.loadMore)}
          </Button>
        </p>
      )}
    </>
  );
}

/** What was entered since may no longer agree with what is frozen. */
function Drift({ cycleId, rows }: { readonly cycleId: string; readonly rows: readonly Row[] }) {
  const { data } = useRead('/cycles/{cycleId}/vetoed', { cycleId });
  return data ? <VetoNotice drift={vetoDrift(rows, data.items)} /> : null;
}

/** The office has it computed anew, with its reason, as long as no list stands that was drawn up from it. */
function Recompute({ cycle }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const { message } = App.useApp();
  const recompute = useAct('post', '/cycles/{cycleId}/results/recompute');
  const hasList = cycle.listId !== undefined;
  const list = useRead('/cycles/{cycleId}/list', { cycleId: cycle.cycleId, limit: 1 }, { when: hasList });
  const isListed = hasList && list.data?.list.status !== 'sent-back';
  if (!mayCheck(actor) || cycle.status !== 'listing' || isListed) return null;
  const run = async (): Promise<void> => {
    const done = await ask({
      title: tell(results.recompute),
      consequence: tell(results.recomputeConsequence),
      verb: tell(results.recomputeVerb),
      reason: true,
      act: (reason) => recompute.mutateAsync({ cycleId: cycle.cycleId, reason }),
    });
    if (done) message.success(tell(results.recomputed));
  };
  return <Button onClick={run}>{tell(results.recompute)}</Button>;
}
