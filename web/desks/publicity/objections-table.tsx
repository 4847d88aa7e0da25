import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { holds } from '#domain/people';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { Countdown, shanghaiMinute, useNow } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';
import { deadlineOf } from './objection-stage.ts';
import { useTargetWords } from './target.ts';

type Publicity = AnswerOf<'get', '/publicities/{publicityId}'>;
type Objection = AnswerOf<'get', '/publicities/{publicityId}/objections'>['items'][number];

const channels = { online: publicity.online, letter: publicity.letter, 'ex-officio': publicity.exOfficio } as const;

/** The objections of a publicity, what is due first on top. */
export function Objections({ publicity: of }: { readonly publicity: Publicity }) {
  const tell = useTell();
  const actor = useActor();
  const { publicityId, status, graceUntil = '' } = of;
  const read = useRead('/publicities/{publicityId}/objections', { publicityId }, { every: 30_000 });
  const now = useNow();
  const takesLetters = ['open', 'expired'].includes(status) && now < Date.parse(graceUntil);
  return (
    <div className="stack">
      <div className="row spread">
        <h2>{tell(publicity.objections)}</h2>
        {takesLetters && holds(actor, 'office') && (
          <LinkButton to="/publicities/$publicityId/letter" params={{ publicityId }}>
            {tell(publicity.enterLetter)}
          </LinkButton>
        )}
      </div>
      <Show of={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={publicity.objectionsNone} help={publicity.objectionsNoneHelp} />
          ) : (
            <Queue items={items} of={of} />
          )
        }
      </Show>
    </div>
  );
}

/** Those with a deadline first, the nearest on top; what is closed comes after, the latest first. */
export function inOrder<O extends Parameters<typeof deadlineOf>[0] & { readonly receivedAt: string }>(
  items: readonly O[],
): O[] {
  const due = (each: O): number => Date.parse(deadlineOf(each) ?? '9999-12-31');
  return [...items].sort((left, right) => due(left) - due(right) || (left.receivedAt < right.receivedAt ? 1 : -1));
}

function Queue({ items, of }: { readonly items: readonly Objection[]; readonly of: Publicity }) {
  const tell = useTell();
  const navigate = useNavigate();
  const words = useTargetWords(of);
  const rows = useMemo(() => inOrder(items), [items]);
  const columns: readonly Column<Objection>[] = [
    {
      id: 'about',
      head: tell(publicity.about),
      cell: ({ target, objectionId }) => (
        <Link to="/objections/$objectionId" params={{ objectionId }}>
          {words(target)}
        </Link>
      ),
      value: ({ target }) => words(target),
      width: 280,
    },
    {
      id: 'status',
      head: tell(publicity.status),
      cell: ({ status, withdrawnAt }) => (
        <>
          <Status state={status} /> {withdrawnAt && <span className="quiet">{tell(publicity.withdrawn)}</span>}
        </>
      ),
      value: ({ status }) => status,
      width: 160,
    },
    {
      id: 'deadline',
      head: tell(publicity.deadline),
      cell: (row) => {
        const at = deadlineOf(row);
        return at ? <Countdown to={at} /> : null;
      },
      value: (row) => deadlineOf(row),
      width: 160,
    },
    {
      id: 'channel',
      head: tell(publicity.channel),
      cell: ({ channel }) => tell(channels[channel]),
      value: ({ channel }) => tell(channels[channel]),
      width: 120,
    },
    {
      id: 'received',
      head: tell(publicity.received),
      cell: ({ receivedAt }) => <span className="figures">{shanghaiMinute(receivedAt)}</span>,
      value: ({ receivedAt }) => receivedAt,
      width: 150,
    },
  ];
  return (
    <DataTable
      name="objections"
      caption={tell(publicity.objections)}
      columns={columns}
      rows={rows}
      rowKey={({ objectionId }) => objectionId}
      open={({ objectionId }) => void navigate({ to: '/objections/$objectionId', params: { objectionId } })}
    />
  );
}
