import { Link } from '@tanstack/react-router';
import { Alert, Button, Segmented } from 'antd';
import { useState } from 'react';
import { avoidanceStatuses } from '#domain/avoidances';
import type { Cycle } from '#domain/cycles';
import { personIdOf } from '#domain/people';
import { isTimeFor } from '#domain/stages';
import { useActor } from '#web/api/actor.ts';
import type { ItemOf } from '#web/api/queries.ts';
import { useAct, usePages } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { Empty, Trouble, Waiting } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { cycleExperts as m } from '#web/messages/experts.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';

type Request = ItemOf<'/cycles/{cycleId}/avoidances'>;
type Props = { readonly cycle: Cycle; readonly mayRefuse: boolean };

/** 申请回避: what applicants asked for. Each binds as it is; the office may refuse one with a reason. */
export function Avoidances({ cycle, mayRefuse }: Props) {
  const { cycleId } = cycle;
  const tell = useTell();
  const [status, setStatus] = useState<Request['status']>('filed');
  const pages = usePages('/cycles/{cycleId}/avoidances', { cycleId, status, limit: 100 });
  const items = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <div className="stack reading">
      <Alert type="info" showIcon title={tell(m.avoidancesHelp)} />
      <Segmented
        aria-label={tell(m.show)}
        value={status}
        onChange={setStatus}
        options={avoidanceStatuses.map((value) => ({ value, label: tell(m.statuses[value]) }))}
      />
      {pages.error && <Trouble error={pages.error} retry={() => pages.refetch()} />}
      {pages.isPending && <Waiting />}
      {pages.data && items.length === 0 && <Empty title={m.noAvoidances} help={m.noAvoidancesHelp} />}
      {items.map((request) => (
        <Asked
          key={request.avoidanceId}
          request={request}
          mayRefuse={mayRefuse && isTimeFor('refuseAvoidance', cycle)}
        />
      ))}
      {pages.hasNextPage && <Button onClick={() => pages.fetchNextPage()}>{tell(kit.loadMore)}</Button>}
    </div>
  );
}

function Asked({ request, mayRefuse }: { readonly request: Request; readonly mayRefuse: boolean }) {
  const { applicationId, avoidanceId, expertName, expertOrganization, reason, status, filedAt, named, refusal } =
    request;
  const tell = useTell();
  const actor = useActor();
  const consequence = useConsequence();
  const refuse = useAct('post', '/applications/{applicationId}/avoidances/{avoidanceId}/refuse');
  const namesMe = named.some(({ reviewerId }) => reviewerId === personIdOf(actor));
  return (
    <article className="card">
      <div className="row spread">
        <h3>
          {expertName} · {expertOrganization}
        </h3>
        <When at={filedAt} />
      </div>
      <p className="as-written">{reason}</p>
      <dl className="facts">
        <dt>{tell(m.applicant)}</dt>
        <dd>
          <Link to="/cases/$applicationId/review" params={{ applicationId }}>
            {applicationId}
          </Link>
        </dd>
        <dt>{tell(m.matched)}</dt>
        <dd>
          {named.length === 0
            ? tell(m.noMatch)
            : named.map(({ reviewerId, name }) => (
                <Link key={reviewerId} to="/experts/$reviewerId" params={{ reviewerId }} style={{ marginInlineEnd: 8 }}>
                  {name}
                </Link>
              ))}
        </dd>
        {refusal && (
          <>
            <dt>{tell(m.refuseReason)}</dt>
            <dd>{refusal.reason}</dd>
          </>
        )}
      </dl>
      {mayRefuse && status === 'filed' && !namesMe && (
        <Button
          style={{ marginTop: 12 }}
          onClick={() =>
            consequence({
              title: tell(m.refuseTitle(expertName)),
              consequence: tell(m.refuseConsequence),
              verb: tell(m.refuse),
              seal: true,
              reason: tell(m.refuseReason),
              act: (why) => refuse.mutateAsync({ applicationId, avoidanceId, reason: why }),
            })
          }
        >
          {tell(m.refuse)}
        </Button>
      )}
    </article>
  );
}
