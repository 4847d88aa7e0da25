import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { mayDraft } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAll } from '#web/api/all.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useCategoryName } from '#web/api/names.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show, Trouble, Waiting } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import { useCycleCrumb } from './cycle-crumb.ts';
import { ListDraft } from './list-draft.tsx';
import { DraftedList } from './list-drafted.tsx';
import { tiesOf } from './list-summary.ts';
import { type ResultRow, useResultRows } from './result-rows.ts';
import { TieVote } from './tie-vote.tsx';
import { Vacancies } from './vacancies.tsx';

const route = getRouteApi('/desk/cycles/$cycleId/list');

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;

/** The proposed list (拟命名名单), from the result to its check. */
export function ListPage() {
  const tell = useTell();
  const { cycleId } = route.useParams();
  const crumbs = useCycleCrumb(cycleId);
  const cycle = useRead('/cycles/{cycleId}', { cycleId });
  return (
    <Page title={tell(lists.title)} crumbs={crumbs}>
      <Show of={cycle}>
        {(read) => {
          if (read.listId) return <Listed cycle={read} />;
          return read.resultId ? <FromResult cycle={read} /> : <NoResult cycleId={cycleId} />;
        }}
      </Show>
    </Page>
  );
}

function NoResult({ cycleId }: { readonly cycleId: string }) {
  const tell = useTell();
  const progress: string = `/cycles/${cycleId}/progress`;
  return (
    <Empty title={lists.notYet} help={lists.notYetHelp}>
      <LinkButton to={progress}>{tell(lists.toProgress)}</LinkButton>
    </Empty>
  );
}

/** No list yet: the ties that wait for a vote, or the draft out of the result. */
function FromResult({ cycle }: { readonly cycle: Cycle }) {
  const tell = useTell();
  const actor = useActor();
  const { cycleId, status } = cycle;
  const { rows, error, isReady } = useResultRows(cycleId);
  const ties = useMemo(() => tiesOf(rows), [rows]);
  if (error) return <Trouble error={error} />;
  if (!isReady) return <Waiting />;
  if (ties.length > 0) return <Ties cycleId={cycleId} ties={ties} />;
  if (status === 'listing' && mayDraft(actor)) return <ListDraft cycle={cycle} rows={rows} />;
  const results: string = `/cycles/${cycleId}/results`;
  return (
    <Empty title={lists.notDrafted} help={lists.notDraftedHelp}>
      <LinkButton to={results}>{tell(lists.toResults)}</LinkButton>
    </Empty>
  );
}

type TiesProps = { readonly cycleId: string; readonly ties: ReturnType<typeof tiesOf<ResultRow>> };

function Ties({ cycleId, ties }: TiesProps) {
  return (
    <div className="stack">
      <Empty title={lists.tiesFirst} help={lists.tiesFirstHelp} />
      {ties.map((tie) => (
        <OneTie key={tie[0]?.applicationId} cycleId={cycleId} tie={tie} />
      ))}
    </div>
  );
}

type TieProps = { readonly cycleId: string; readonly tie: readonly ResultRow[] };

/** Where the tie stands, and how it came about, before the vote on it. */
function OneTie({ cycleId, tie }: TieProps) {
  const tell = useTell();
  const nameOf = useCategoryName();
  const { categoryId = '', rank = 0 } = tie[0] ?? {};
  return (
    <TieVote cycleId={cycleId} categoryId={categoryId} tied={tie}>
      <p className="row">
        <strong>{tell(lists.tieOf(nameOf(categoryId), tie.length, rank))}</strong>
        <Link to="/cycles/$cycleId/results" params={{ cycleId }} search={{ category: categoryId }}>
          {tell(lists.toArithmetic)}
        </Link>
      </p>
    </TieVote>
  );
}

/** The list was sent back and the result computed anew: a tie of it wants a vote before the next draft. */
function TiesAnew({ cycleId }: { readonly cycleId: string }) {
  const { rows } = useResultRows(cycleId);
  const ties = useMemo(() => tiesOf(rows), [rows]);
  return ties.length > 0 ? <Ties cycleId={cycleId} ties={ties} /> : null;
}

function Listed({ cycle }: { readonly cycle: Cycle }) {
  const { cycleId } = cycle;
  const read = useAll('/cycles/{cycleId}/list', { cycleId });
  return (
    <Show of={read}>
      {({ items, head }) =>
        head ? (
          <div className="stack">
            {head.list.status === 'sent-back' && <TiesAnew cycleId={cycleId} />}
            <DraftedList cycle={cycle} list={head.list} rows={items} />
            <Vacancies cycle={cycle} />
          </div>
        ) : null
      }
    </Show>
  );
}
