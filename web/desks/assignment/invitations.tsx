import { Link } from '@tanstack/react-router';
import { Alert, App, Button } from 'antd';
import { useMemo } from 'react';
import type { Cycle } from '#domain/cycles';
import { type Invitation, invitationTransitions } from '#domain/invitations';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { When } from '#web/kit/time.tsx';
import { experts, cycleExperts as m } from '#web/messages/experts.ts';
import { type Tell, useTell } from '#web/messages/language.tsx';
import { expertColumns } from './expert-columns.tsx';
import { mostAtOnce, tallyOf } from './invited.ts';

type Member = AnswerOf<'get', '/cycles/{cycleId}/reviewer-pool'>['items'][number];
type Row = Member & { readonly asked?: Invitation | undefined };
type Props = { readonly cycle: Cycle; readonly mayInvite: boolean };

const wordOf = (status: Invitation['status'] | undefined, tell: Tell): string => {
  switch (status) {
    case undefined:
      return tell(m.notInvited);
    case 'invited':
      return tell(m.waiting);
    case 'accepted':
      return tell(m.accepted);
    case 'declined':
      return tell(m.declined);
    case 'withdrawn':
      return tell(m.withdrawn);
  }
};

/** Who was asked to review in the cycle and what they answered; many are asked at once. */
export function Invitations({ cycle, mayInvite }: Props) {
  const { cycleId, status, invitedOnly } = cycle;
  const tell = useTell();
  const pool = useRead('/cycles/{cycleId}/reviewer-pool', { cycleId });
  const invitations = useRead('/cycles/{cycleId}/invitations', { cycleId });
  const rows = useMemo((): Row[] => {
    const asked = new Map((invitations.data?.items ?? []).map((each) => [each.reviewerId, each]));
    return (pool.data?.items ?? []).map((each) => ({ ...each, asked: asked.get(each.reviewerId) }));
  }, [pool.data, invitations.data]);
  const columns = useColumns(cycleId, mayInvite);
  const { accepted, invited, declined, none } = tallyOf(rows.map(({ asked }) => asked?.status));
  return (
    <div className="stack">
      <Alert type="info" showIcon title={tell(invitedOnly ? m.invitedOnly : m.everybody)} />
      {!mayInvite && status === 'draft' && <p className="quiet">{tell(m.notYet)}</p>}
      <Show of={pool}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPool />
          ) : (
            <>
              <p className="figures">{tell(m.summary(accepted, invited, declined, none))}</p>
              <DataTable<Row>
                name="cycle-invitations"
                caption={tell(m.tabInvitations)}
                columns={columns}
                rows={rows}
                rowKey={({ reviewerId }) => reviewerId}
                {...(mayInvite && { batch: (ticked) => <InviteButton cycleId={cycleId} ticked={ticked} /> })}
              />
            </>
          )
        }
      </Show>
    </div>
  );
}

export function EmptyPool() {
  const tell = useTell();
  return (
    <Empty title={m.emptyPool} help={m.emptyPoolHelp}>
      <Link to="/experts">{tell(m.toPool)}</Link>
    </Empty>
  );
}

function InviteButton({ cycleId, ticked }: { readonly cycleId: string; readonly ticked: readonly Row[] }) {
  const tell = useTell();
  const { message } = App.useApp();
  const consequence = useConsequence();
  const invite = useAct('post', '/cycles/{cycleId}/invitations', {
    changes: ['/cycles/{cycleId}/invitations', '/cycles/{cycleId}/reviewer-pool'],
    done: ({ invited }) => void message.success(tell(m.invited(invited.length))),
  });
  const open = ticked.filter(({ asked }) => asked?.status !== 'invited' && asked?.status !== 'accepted');
  const isTooMany = open.length > mostAtOnce;
  return (
    <>
      <Button
        type="primary"
        disabled={open.length === 0 || isTooMany}
        onClick={() =>
          consequence({
            title: tell(m.inviteTitle),
            consequence: tell(m.inviteConsequence(open.length)),
            verb: tell(m.verbInvite),
            act: () => invite.mutateAsync({ cycleId, reviewerIds: open.map(({ reviewerId }) => reviewerId) }),
          })
        }
      >
        {open.length === 0 ? tell(m.inviteNobody) : tell(m.invite(open.length))}
      </Button>
      {isTooMany && <span role="alert">{tell(m.inviteAtOnce)}</span>}
    </>
  );
}

function useColumns(cycleId: string, mayInvite: boolean): readonly Column<Row>[] {
  const tell = useTell();
  return useMemo(
    () => [
      ...expertColumns<Row>(tell),
      {
        id: 'state',
        head: tell(m.state),
        width: 120,
        cell: ({ asked }) =>
          asked ? <Status of="seat" state={asked.status} /> : <span className="quiet">{tell(m.notInvited)}</span>,
        value: ({ asked }) => wordOf(asked?.status, tell),
      },
      {
        id: 'load',
        head: tell(experts.load),
        width: 110,
        figures: true,
        cell: ({ maximumLoad }) => maximumLoad,
        value: ({ maximumLoad }) => maximumLoad,
        total: (rows) => rows.reduce((sum, { maximumLoad }) => sum + maximumLoad, 0),
      },
      {
        id: 'invitedAt',
        head: tell(m.invitedAt),
        width: 150,
        cell: ({ asked }) => asked && <When at={asked.invitedAt} />,
        value: ({ asked }) => asked?.invitedAt,
      },
      {
        id: 'answeredAt',
        head: tell(m.answeredAt),
        width: 150,
        cell: ({ asked }) => asked?.answeredAt && <When at={asked.answeredAt} />,
        value: ({ asked }) => asked?.answeredAt,
      },
      {
        id: 'reason',
        head: tell(m.reason),
        width: 200,
        cell: ({ asked }) => asked?.reason,
        value: ({ asked }) => asked?.reason,
      },
      ...(mayInvite
        ? [
            {
              id: 'act',
              head: tell(m.withdraw),
              width: 120,
              cell: (row: Row) => row.asked && <WithdrawButton cycleId={cycleId} row={row} status={row.asked.status} />,
            },
          ]
        : []),
    ],
    [tell, cycleId, mayInvite],
  );
}

type WithdrawProps = { readonly cycleId: string; readonly row: Row; readonly status: Invitation['status'] };

function WithdrawButton({ cycleId, row: { reviewerId, name }, status }: WithdrawProps) {
  const tell = useTell();
  const consequence = useConsequence();
  const withdraw = useAct('post', '/cycles/{cycleId}/invitations/{reviewerId}/withdraw', {
    changes: ['/cycles/{cycleId}/invitations', '/cycles/{cycleId}/reviewer-pool'],
  });
  if (!invitationTransitions.withdraw.from.some((from) => from === status)) return null;
  return (
    <Button
      size="small"
      aria-label={tell(m.withdrawTitle(name))}
      onClick={() =>
        consequence({
          title: tell(m.withdrawTitle(name)),
          consequence: tell(m.withdrawConsequence),
          verb: tell(m.withdraw),
          reason: tell(m.withdrawReason),
          act: (reason) => withdraw.mutateAsync({ cycleId, reviewerId, reason }),
        })
      }
    >
      {tell(m.withdraw)}
    </Button>
  );
}
