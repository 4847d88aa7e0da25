import { DownOutlined, ExclamationCircleOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { holds } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { results } from '#web/messages/results.ts';
import type { Row } from './arithmetic.ts';
import { moved } from './moved.ts';
import { openTies } from './standing.ts';

type Props = { readonly cycleId: string; readonly categoryId: string; readonly rows: readonly Row[] };

/** Ties that wait for the committee: what is to be voted on, and for a member of it the way to record the vote. */
export function OpenTies({ cycleId, categoryId, rows }: Props) {
  const ties = openTies(rows);
  return ties.map((tied) => <OpenTie key={tied[0]?.rank} cycleId={cycleId} categoryId={categoryId} tied={tied} />);
}

type TieProps = { readonly cycleId: string; readonly categoryId: string; readonly tied: readonly Row[] };

function OpenTie({ cycleId, categoryId, tied }: TieProps) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const record = useAct('post', '/cycles/{cycleId}/votes');
  const order = useRef<readonly string[]>([]);
  const vote = (): Promise<boolean> => {
    order.current = tied.map(({ applicationId }) => applicationId);
    return ask({
      title: tell(results.vote),
      consequence: (
        <Order
          tied={tied}
          chosen={(ids) => {
            order.current = ids;
          }}
        />
      ),
      verb: tell(results.voteVerb),
      seal: true,
      reason: tell(results.minutes),
      act: (minutes) => record.mutateAsync({ cycleId, categoryId, order: [...order.current], minutes }),
    });
  };
  return (
    <div className="card" style={{ borderLeft: '4px solid var(--warn)', marginBottom: 16 }}>
      <p>
        <ExclamationCircleOutlined aria-hidden style={{ color: 'var(--warn)' }} />{' '}
        {tell(results.voteNeeded(tied.length, tied[0]?.rank ?? 0))}
      </p>
      <p className="quiet">{tied.map(({ organizationName }) => organizationName).join(' · ')}</p>
      {holds(actor, 'committee') ? (
        <Button onClick={vote}>{tell(results.vote)}</Button>
      ) : (
        <p className="quiet">{tell(results.voteBy)}</p>
      )}
    </div>
  );
}

type OrderProps = { readonly tied: readonly Row[]; readonly chosen: (ids: readonly string[]) => void };

/** The tied in the order of the vote, moved by buttons. */
function Order({ tied, chosen }: OrderProps) {
  const tell = useTell();
  const [rows, setRows] = useState(tied);
  const move = (at: number, by: -1 | 1): void => {
    const next = moved(rows, at, by);
    setRows(next);
    chosen(next.map(({ applicationId }) => applicationId));
  };
  return (
    <>
      <p>{tell(results.voteConsequence)}</p>
      <ol style={{ paddingInlineStart: 24 }}>
        {rows.map(({ applicationId, organizationName }, at) => (
          <li key={applicationId} style={{ marginBottom: 4 }}>
            <span className="row spread">
              {organizationName}
              <span>
                <Button
                  size="small"
                  icon={<UpOutlined aria-hidden />}
                  disabled={at === 0}
                  aria-label={tell(results.up(organizationName))}
                  onClick={() => move(at, -1)}
                />{' '}
                <Button
                  size="small"
                  icon={<DownOutlined aria-hidden />}
                  disabled={at === rows.length - 1}
                  aria-label={tell(results.down(organizationName))}
                  onClick={() => move(at, 1)}
                />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
