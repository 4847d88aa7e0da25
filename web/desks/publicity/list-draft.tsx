import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { mayBeListed } from '#domain/selections';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { vetoDrift } from '#web/desks/results/veto-drift.ts';
import { VetoNotice } from '#web/desks/results/veto-notice.tsx';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import { ListCounts } from './list-counts.tsx';
import { sumsOf } from './list-summary.ts';
import { ListTable } from './list-table.tsx';
import type { ResultRow } from './result-rows.ts';
import './document.css';

type Props = {
  readonly cycle: AnswerOf<'get', '/cycles/{cycleId}'>;
  readonly rows: readonly ResultRow[];
  /** Those whom the draft before left out, with the reasons. */
  readonly before?: readonly { readonly applicationId: string; readonly reason: string }[];
  readonly done?: () => void;
};

/** Drafting the list out of the result, with whoever is left out for a reason. */
export function ListDraft({ cycle, rows, before = [], done }: Props) {
  const tell = useTell();
  const ask = useConsequence();
  const { cycleId } = cycle;
  const [left, setLeft] = useState<ReadonlyMap<string, string>>(
    () => new Map(before.map(({ applicationId, reason }) => [applicationId, reason])),
  );
  const draft = useAct('post', '/cycles/{cycleId}/list', { ...(done && { done }) });
  const vetoed = useRead('/cycles/{cycleId}/vetoed', { cycleId });
  const drift = useMemo(() => vetoDrift(rows, vetoed.data?.items ?? []), [rows, vetoed.data]);
  const selected = useMemo(
    () => rows.filter((row) => row.selected && mayBeListed(row) && !drift.came.includes(row)),
    [rows, drift],
  );
  const listed = useMemo(() => selected.filter(({ applicationId }) => !left.has(applicationId)), [selected, left]);
  // Whoever was left out before may not be selected any more by a newer result.
  const leftOut = useMemo(() => selected.filter(({ applicationId }) => left.has(applicationId)), [selected, left]);
  const tierOf = useMemo(() => new Map(rows.map(({ applicationId, tier }) => [applicationId, tier])), [rows]);
  const leaveOut = ({ applicationId, organizationName }: ResultRow) =>
    ask({
      title: tell(lists.excludeTitle(organizationName)),
      consequence: tell(lists.excludeText),
      verb: tell(lists.exclude),
      reason: true,
      act: async (reason) => setLeft((known) => new Map([...known, [applicationId, reason]])),
    });
  const takeIn = (applicationId: string): void =>
    setLeft((known) => new Map([...known].filter(([id]) => id !== applicationId)));
  const begin = () =>
    ask({
      title: tell(lists.draftTitle),
      consequence: tell(lists.draftText(listed.length, leftOut.length)),
      verb: tell(lists.draft),
      act: () =>
        draft.mutateAsync({
          cycleId,
          exclusions: leftOut.map(({ applicationId }) => ({ applicationId, reason: left.get(applicationId) ?? '' })),
        }),
    });
  return (
    <div className="stack">
      <div className="row spread">
        <p className="official-notice" style={{ margin: 0 }}>
          {tell(listed.length > 0 ? lists.draftHelp : lists.draftNobody)}
        </p>
        <Button type="primary" disabled={listed.length === 0} onClick={begin}>
          {tell(lists.draft)}
        </Button>
      </div>
      {vetoed.data && (
        <VetoNotice drift={drift}>
          <Link to="/cycles/$cycleId/results" params={{ cycleId }}>
            {tell(lists.toResults)}
          </Link>
        </VetoNotice>
      )}
      <ListCounts sums={sumsOf(cycle.categories, listed, (id) => tierOf.get(id))} />
      {leftOut.length > 0 && (
        <section className="card" aria-label={tell(lists.excludedList)}>
          <h2 style={{ marginBottom: 8 }}>{tell(lists.excludedList)}</h2>
          <ul className="official-changes">
            {leftOut.map(({ applicationId, organizationName }) => (
              <li key={applicationId}>
                {organizationName} <span className="quiet">{left.get(applicationId)}</span>{' '}
                <Button size="small" onClick={() => takeIn(applicationId)}>
                  {tell(lists.include)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ListTable
        rows={listed}
        results={rows}
        last={{
          head: tell(lists.exclude),
          cell: (row) => (
            <Button size="small" aria-label={tell(lists.excludeOf(row.organizationName))} onClick={() => leaveOut(row)}>
              {tell(lists.exclude)}
            </Button>
          ),
        }}
      />
    </div>
  );
}
