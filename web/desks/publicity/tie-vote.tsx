import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { holds } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { lists } from '#web/messages/lists.ts';
import './list.css';

type Tied = { readonly applicationId: string; readonly organizationName: string };

type TieVoteProps = {
  readonly cycleId: string;
  readonly tied: readonly Tied[];
  /** The category of a tie across the cut … */
  readonly categoryId?: string;
  /** … or the vacant place for which equals compete. */
  readonly vacantId?: string;
  /** What there is to say of the tie. */
  readonly children?: ReactNode;
};

/** Swaps an item with its neighbour. */
export function movedBy<T>(items: readonly T[], at: number, by: -1 | 1): T[] {
  const moved = [...items];
  const [item] = moved.splice(at, 1);
  if (item !== undefined) moved.splice(at + by, 0, item);
  return moved;
}

/** The committee's vote on equals: the order that it gave, with its minutes. */
export function TieVote({ cycleId, tied, categoryId, vacantId, children }: TieVoteProps) {
  const tell = useTell();
  const actor = useActor();
  const ask = useConsequence();
  const { message } = App.useApp();
  const [order, setOrder] = useState<readonly Tied[]>(tied);
  const onCut = useAct('post', '/cycles/{cycleId}/votes');
  const onPlace = useAct('post', '/cycles/{cycleId}/substitution-votes');
  if (!holds(actor, 'committee')) {
    return (
      <section className="card" aria-label={tell(lists.voteTitle)}>
        {children}
        <p>{tied.map(({ organizationName }) => organizationName).join(' / ')}</p>
        <p className="quiet" style={{ margin: 0 }}>
          {tell(lists.voteCommittee)}
        </p>
      </section>
    );
  }
  const send = async ({ minutes }: { minutes: string }): Promise<void> => {
    const vote = { cycleId, order: order.map(({ applicationId }) => applicationId), minutes };
    const done = await ask({
      title: tell(lists.voteQuestion),
      consequence: (
        <>
          <ol>
            {order.map(({ applicationId, organizationName }) => (
              <li key={applicationId}>{organizationName}</li>
            ))}
          </ol>
          {tell(vacantId ? lists.voteSubstituteText : lists.voteText)}
        </>
      ),
      verb: tell(lists.vote),
      seal: true,
      act: () =>
        vacantId
          ? onPlace.mutateAsync({ ...vote, vacantId })
          : onCut.mutateAsync({ ...vote, categoryId: categoryId ?? '' }),
    });
    if (done) void message.success(tell(vacantId ? lists.votedPlace : lists.voted));
  };
  return (
    <section className="card reading" aria-label={tell(lists.voteTitle)}>
      <h2 style={{ marginBottom: 8 }}>{tell(lists.voteTitle)}</h2>
      {children}
      <p className="quiet">{tell(lists.voteHelp)}</p>
      <ol className="vote-order">
        {order.map(({ applicationId, organizationName }, at) => (
          <li key={applicationId}>
            <span>
              <span className="name">{organizationName}</span>
              <Button
                icon={<UpOutlined aria-hidden />}
                aria-label={tell(lists.up(organizationName))}
                disabled={at === 0}
                onClick={() => setOrder(movedBy(order, at, -1))}
              />
              <Button
                icon={<DownOutlined aria-hidden />}
                aria-label={tell(lists.down(organizationName))}
                disabled={at === order.length - 1}
                onClick={() => setOrder(movedBy(order, at, 1))}
              />
            </span>
          </li>
        ))}
      </ol>
      <Form layout="vertical" onFinish={send}>
        <Form.Item
          name="minutes"
          label={tell(lists.minutes)}
          rules={[{ required: true, whitespace: true, message: tell(lists.minutesWanted) }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {tell(lists.vote)}
        </Button>
      </Form>
    </section>
  );
}
