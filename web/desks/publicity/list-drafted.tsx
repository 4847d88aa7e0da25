import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { personIdOf } from '#domain/people';
import { mayCheck, mayDraft } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAll } from '#web/api/all.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { type ItemOf, useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { LinkButton } from '#web/kit/link-button.tsx';
import { PersonName } from '#web/kit/person-name.tsx';
import { Status } from '#web/kit/status.tsx';
import { When } from '#web/kit/time.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import { publicity } from '#web/messages/publicity.ts';
import { Changes } from './changes.tsx';
import { differences } from './differences.ts';
import { HandledBy } from './handled-by.tsx';
import { ListCounts } from './list-counts.tsx';
import { ListDraft } from './list-draft.tsx';
import { sumsOf } from './list-summary.ts';
import { ListTable } from './list-table.tsx';
import { inPlanOrder } from './plan-order.ts';
import { type ResultRow, useResultRows } from './result-rows.ts';
import './document.css';

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;
type List = AnswerOf<'get', '/cycles/{cycleId}/list'>['list'];
type Row = ItemOf<'/cycles/{cycleId}/list'>;
type Props = { readonly cycle: Cycle; readonly list: List; readonly rows: readonly Row[] };

/** The list as it stands: who checks it, what changed, and everything that is on it. */
export function DraftedList({ cycle, list, rows }: Props) {
  const tell = useTell();
  const [again, setAgain] = useState(false);
  const { rows: results } = useResultRows(cycle.cycleId);
  const inOrder = useMemo(() => inPlanOrder(rows, cycle.categories), [rows, cycle.categories]);
  const tierOf = useMemo(() => new Map(results.map(({ applicationId, tier }) => [applicationId, tier])), [results]);
  if (again) {
    return (
      <>
        <div>
          <Button onClick={() => setAgain(false)}>{tell(kit.cancel)}</Button>
        </div>
        <ListDraft cycle={cycle} rows={results} before={list.exclusions} done={() => setAgain(false)} />
      </>
    );
  }
  return (
    <>
      <Standing cycle={cycle} list={list} again={() => setAgain(true)} />
      <ListCounts sums={sumsOf(cycle.categories, rows, (id) => tierOf.get(id))} />
      <Exclusions list={list} results={results} />
      {list.supersedes && <SinceLast cycleId={cycle.cycleId} before={list.supersedes} rows={rows} />}
      <ListTable rows={inOrder} results={results} />
    </>
  );
}

type StandingProps = { readonly cycle: Cycle; readonly list: List; readonly again: () => void };

function Standing({ cycle, list, again }: StandingProps) {
  const tell = useTell();
  const actor = useActor();
  const client = useQueryClient();
  const ask = useConsequence();
  const [stale, setStale] = useState(false);
  const check = useAct('post', '/cycles/{cycleId}/list/check');
  const back = useAct('post', '/cycles/{cycleId}/list/send-back');
  const { cycleId } = cycle;
  const { listId } = list;
  const isListing = cycle.status === 'listing';
  const isDraft = list.status === 'drafted' && isListing;
  const isBack = list.status === 'sent-back' && isListing;
  const isMine = list.draftedBy === personIdOf(actor);
  const mayJudge = isDraft && mayCheck(actor) && !isMine;
  const told = (error: unknown): never => {
    setStale(isProblem(error, 'StaleVersion'));
    void client.invalidateQueries();
    throw error;
  };
  const begin = () => {
    setStale(false);
    return ask({
      title: tell(lists.checkTitle),
      consequence: tell(lists.checkText(list.total)),
      verb: tell(lists.check),
      seal: true,
      act: () => check.mutateAsync({ cycleId, listId }).catch(told),
    });
  };
  const sendBack = () => {
    setStale(false);
    return ask({
      title: tell(lists.sendBackTitle),
      consequence: tell(lists.sendBackText),
      verb: tell(lists.sendBack),
      reason: true,
      act: (reason) => back.mutateAsync({ cycleId, listId, reason }).catch(told),
    });
  };
  return (
    <section className="card" aria-label={tell(publicity.state)}>
      <div className="row spread">
        <div className="row">
          <Status state={list.status} />
          <span className="figures">{tell(decisions.total(list.total))}</span>
          <span className="quiet">
            {tell(lists.draftedAt)} <When at={list.draftedAt} />
          </span>
          <HandledBy draftedBy={list.draftedBy} checkedBy={list.checkedBy} />
        </div>
        <div className="row">
          {(isDraft || isBack) && mayDraft(actor) && (
            <Button type={isBack ? 'primary' : 'default'} onClick={again}>
              {tell(lists.draftAgain)}
            </Button>
          )}
          {mayJudge && <Button onClick={sendBack}>{tell(lists.sendBack)}</Button>}
          {mayJudge && (
            <Button type="primary" danger onClick={begin}>
              {tell(lists.check)}
            </Button>
          )}
          {list.status === 'checked' && (
            <LinkButton to="/cycles/$cycleId/publicity" params={{ cycleId }} primary={mayDraft(actor)}>
              {tell(lists.toPublicity)}
            </LinkButton>
          )}
        </div>
      </div>
      {stale && <p className="official-notice warn">{tell(lists.stale)}</p>}
      {list.sentBack && (
        <SentBack sentBack={list.sentBack}>
          <p className="row quiet">
            {tell(lists.sentBackNext)}
            <Link to="/cycles/$cycleId/results" params={{ cycleId }}>
              {tell(lists.toResults)}
            </Link>
          </p>
        </SentBack>
      )}
      {isDraft && (
        <p className="quiet" style={{ margin: '8px 0 0' }}>
          {tell(isMine ? lists.ownDraft : lists.checkDuty)}
        </p>
      )}
      {list.status === 'checked' && cycle.status === 'listing' && (
        <p className="quiet" style={{ margin: '8px 0 0' }}>
          {tell(lists.checkedNext)}
        </p>
      )}
    </section>
  );
}

type SentBackProps = {
  readonly sentBack: NonNullable<List['sentBack']>;
  /** What is to be done about it, as long as it is. */
  readonly children?: ReactNode;
};

/** Why a list was sent back, by whom and when. */
function SentBack({ sentBack: { personId, at, reason }, children }: SentBackProps) {
  const tell = useTell();
  return (
    <div className="official-notice warn" style={{ marginTop: 12 }}>
      <p>
        <strong>{tell(decisions.sentBackBy)}</strong> <PersonName id={personId} /> <When at={at} />
      </p>
      <p lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
        {reason}
      </p>
      {children}
    </div>
  );
}

/** Whoever the office left out although the result selected them, with the reason. */
function Exclusions({ list, results }: { readonly list: List; readonly results: readonly ResultRow[] }) {
  const tell = useTell();
  const names = new Map(results.map(({ applicationId, organizationName }) => [applicationId, organizationName]));
  return (
    <section className="card" aria-label={tell(lists.fromResult)}>
      <h2 style={{ marginBottom: 8 }}>{tell(list.exclusions.length > 0 ? lists.excludedList : lists.fromResult)}</h2>
      {list.exclusions.length === 0 && <p style={{ margin: 0 }}>{tell(lists.allSelected)}</p>}
      <ul className="official-changes">
        {list.exclusions.map(({ applicationId, reason }) => (
          <li key={applicationId}>
            {names.get(applicationId) ?? applicationId} <span className="quiet as-written">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type SinceProps = { readonly cycleId: string; readonly before: string; readonly rows: readonly Row[] };

function SinceLast({ cycleId, before, rows }: SinceProps) {
  const earlier = useAll('/cycles/{cycleId}/lists/{listId}', { cycleId, listId: before });
  if (!earlier.data) return null;
  const { sentBack } = earlier.data.head?.list ?? {};
  return (
    <>
      {sentBack && <SentBack sentBack={sentBack} />}
      <Changes title={decisions.listChanges} items={differences(earlier.data.items, rows)} />
    </>
  );
}
