import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useActor } from '#web/api/actor.ts';
import { useAll } from '#web/api/all.ts';
import { ask } from '#web/api/client.ts';
import { type ItemOf, useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Since } from '#web/kit/time.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import { DecisionChanges } from './decision-changes.tsx';
import { tiesOf } from './list-summary.ts';
import { useResultRows } from './result-rows.ts';
import { turnOf } from './turn.ts';

type Cycle = ItemOf<'/cycles'>;

/** What waits for the committee: decisions to sign, since when and what changed, and ties to vote on. */
export function CommitteeDue() {
  const tell = useTell();
  const cycles = useRead('/cycles', { limit: 50 });
  return (
    <section className="card stack" aria-label={tell(decisions.dueTitle)}>
      <h2>{tell(decisions.dueTitle)}</h2>
      <Show of={cycles}>{({ items }) => <Waiting cycles={items} />}</Show>
    </section>
  );
}

function Waiting({ cycles }: { readonly cycles: readonly Cycle[] }) {
  const toSign = useToSign(cycles);
  const listing = cycles.filter(({ status }) => status === 'listing');
  const publicizing = cycles.filter(({ status, substitution }) => status === 'publicizing' && substitution);
  if (toSign.length + listing.length + publicizing.length === 0) {
    return <Empty title={decisions.dueNone} help={decisions.dueNoneHelp} />;
  }
  return (
    <>
      {toSign.map(({ decision, cycle }) => (
        <ToSign key={decision.decisionId} decisionId={decision.decisionId} cycle={cycle} />
      ))}
      {listing.map((cycle) => (
        <Ties key={cycle.cycleId} cycle={cycle} />
      ))}
      {publicizing.map((cycle) => (
        <PlaceTies key={cycle.cycleId} cycle={cycle} />
      ))}
    </>
  );
}

/** The decisions whose next step is this person's. */
function useToSign(cycles: readonly Cycle[]) {
  const actor = useActor();
  const deciding = cycles.flatMap(({ decisionId, cycleId, status }) =>
    status === 'deciding' && decisionId !== undefined ? [{ decisionId, cycleId }] : [],
  );
  const read = useQueries({
    queries: deciding.map(({ decisionId }) => ({
      queryKey: ['/decisions/{decisionId}', { decisionId, limit: 1 }],
      queryFn: () => ask('get', '/decisions/{decisionId}', { decisionId, limit: 1 }),
    })),
  });
  return read.flatMap(({ data }) => {
    if (!data || turnOf(data.decision, actor)?.whose !== 'mine') return [];
    const cycle = cycles.find(({ cycleId }) => cycleId === data.decision.cycleId);
    return cycle ? [{ decision: data.decision, cycle }] : [];
  });
}

function ToSign({ decisionId, cycle }: { readonly decisionId: string; readonly cycle: Cycle }) {
  const tell = useTell();
  const { data } = useAll('/decisions/{decisionId}', { decisionId });
  if (!data?.head) return null;
  const { decision } = data.head;
  const last = decision.acts.at(-1);
  return (
    <div className="stack" style={{ gap: 12 }}>
      <div className="row spread">
        <div>
          <strong>{tell(decisions.dueSign)}</strong>{' '}
          <Link to="/decisions/$decisionId" params={{ decisionId }} className="serif">
            {decision.title}
          </Link>
          <p className="quiet row" style={{ margin: 0 }}>
            <span className="figures">{tell(decisions.total(decision.total))}</span>
            {last && (
              <span>
                {tell(decisions.approvedBy(last.name))} · {tell(decisions.since)} <Since at={last.at} />
              </span>
            )}
          </p>
        </div>
        <LinkButton primary to="/decisions/$decisionId" params={{ decisionId }}>
          {tell(decisions.open)}
        </LinkButton>
      </div>
      <DecisionChanges decision={decision} annex={data.items} cycleId={cycle.cycleId} />
    </div>
  );
}

/** Equals across the cut: the list waits for the vote. */
function Ties({ cycle }: { readonly cycle: Cycle }) {
  const { cycleId } = cycle;
  const { rows } = useResultRows(cycleId);
  const ties = useMemo(() => tiesOf(rows), [rows]);
  return ties.map((tie) => <OneTie key={tie[0]?.applicationId} cycle={cycle} tied={tie} />);
}

/** Equals of whom not all can come into a vacant place. */
function PlaceTies({ cycle }: { readonly cycle: Cycle }) {
  const { cycleId } = cycle;
  const { data } = useRead('/cycles/{cycleId}/vacancies', { cycleId });
  const tied = data?.items.filter((vacancy) => vacancy.tied.length > 0) ?? [];
  return tied.map((vacancy) => <OneTie key={vacancy.applicationId} cycle={cycle} tied={vacancy.tied} />);
}

type TieProps = { readonly cycle: Cycle; readonly tied: readonly { readonly organizationName: string }[] };

function OneTie({ cycle, tied }: TieProps) {
  const tell = useTell();
  const names = tied.map(({ organizationName }) => organizationName).join(' / ');
  return (
    <div className="row spread">
      <div>
        <strong>{tell(decisions.dueTies)}</strong> {tell(decisions.tied(names))}
        <p className="quiet" style={{ margin: 0 }}>
          {cycle.title}
        </p>
      </div>
      <LinkButton to="/cycles/$cycleId/list" params={{ cycleId: cycle.cycleId }}>
        {tell(lists.vote)}
      </LinkButton>
    </div>
  );
}
