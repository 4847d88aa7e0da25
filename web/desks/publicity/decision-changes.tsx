import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAll } from '#web/api/all.ts';
import { useRead } from '#web/api/queries.ts';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import { Changes } from './changes.tsx';
import type { AnnexRow, Decision } from './decision-case.tsx';
import { changedParagraphs, differences } from './differences.ts';

type Props = { readonly decision: Decision; readonly annex: readonly AnnexRow[]; readonly cycleId: string };

/** What changed since last time: since the draft that was sent back, and since the list that the public saw. */
export function DecisionChanges({ decision, annex, cycleId }: Props) {
  const { publicityId, supersedes } = decision;
  return (
    <>
      {supersedes && <SinceDraft decision={decision} annex={annex} before={supersedes} />}
      <SinceNotice publicityId={publicityId} annex={annex} cycleId={cycleId} />
    </>
  );
}

type SinceDraftProps = { readonly decision: Decision; readonly annex: readonly AnnexRow[]; readonly before: string };

function SinceDraft({ decision, annex, before }: SinceDraftProps) {
  const tell = useTell();
  const { data } = useAll('/decisions/{decisionId}', { decisionId: before });
  if (!data?.head) return null;
  const earlier = data.head.decision;
  const text = changedParagraphs(earlier.body, decision.body).filter(({ kind }) => kind !== 'same');
  return (
    <>
      {earlier.sentBack && (
        <section className="official-notice warn">
          <p className="row">
            <strong>{tell(decisions.sentBackBy)}</strong>
            <Link to="/decisions/$decisionId" params={{ decisionId: before }}>
              {tell(decisions.before)}
            </Link>
          </p>
          <p className="as-written" lang="zh-CN">
            {earlier.sentBack.reason}
          </p>
        </section>
      )}
      <Changes title={decisions.changes} items={differences(data.items, annex)} />
      <section className="card" aria-label={tell(decisions.textChanges)}>
        <h2 style={{ marginBottom: 8 }}>{tell(decisions.textChanges)}</h2>
        {text.length === 0 && <p style={{ margin: 0 }}>{tell(decisions.noTextChanges)}</p>}
        <dl className="facts">
          {text.map(({ kind, text: said }) => (
            <div key={`${kind}${said}`} style={{ display: 'contents' }}>
              <dt>{tell(kind === 'gone' ? decisions.gone : decisions.came)}</dt>
              <dd lang="zh-CN">{kind === 'gone' ? <del>{said}</del> : said}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

type SinceNoticeProps = {
  readonly publicityId: string;
  readonly annex: readonly AnnexRow[];
  readonly cycleId: string;
};

/** Names that the public saw and the annex lacks, or the other way round. */
function SinceNotice({ publicityId, annex, cycleId }: SinceNoticeProps) {
  const publicity = useRead('/publicities/{publicityId}', { publicityId });
  const listId = publicity.data?.listId ?? '';
  const list = useAll('/cycles/{cycleId}/lists/{listId}', { cycleId, listId }, { when: listId !== '' });
  const items = useMemo(() => (list.data ? differences(list.data.items, annex) : undefined), [list.data, annex]);
  return items && <Changes title={decisions.sinceNotice} items={items} />;
}
