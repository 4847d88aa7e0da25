import { Link } from '@tanstack/react-router';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { Countdown, shanghaiEnd } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { useConfirmations } from './confirmations.tsx';
import { countsOf, nextDueOf, type QueueItem } from './queue.ts';
import { useVisits } from './visits/use-visits.ts';
import './reviewer.css';

type Row = { readonly key: string; readonly text: string; readonly until: ReactNode; readonly link: ReactNode };

/** What waits for a reviewer: to answer, to score, to visit, to confirm; until when, and how far it is. */
export function ReviewerDue() {
  const tell = useTell();
  const queue = useRead('/assignments', {});
  return (
    <section className="card" aria-label={tell(reviewer.dueTitle)}>
      <h2>{tell(reviewer.dueTitle)}</h2>
      <Show of={queue} rows={2}>
        {({ items }) => <Due items={items} />}
      </Show>
    </section>
  );
}

function Due({ items }: { readonly items: readonly QueueItem[] }) {
  const tell = useTell();
  const counts = countsOf(items);
  const rows = [...useInvitationRows(), ...useQueueRows(items), ...useVisitRows(), ...useConfirmationRows(items)];
  return (
    <>
      {counts.all > 0 && (
        <Progress
          percent={(100 * counts.submitted) / counts.all}
          format={() => `${counts.submitted}/${counts.all}`}
          aria-label={tell(reviewer.overall(counts.submitted, counts.all))}
          style={{ maxWidth: 360 }}
        />
      )}
      {rows.length === 0 ? (
        <p className="quiet">{tell(reviewer.dueNothing)}</p>
      ) : (
        <ul className="reviewer-rows">
          {rows.map(({ key, text, until, link }) => (
            <li key={key}>
              <span>{text}</span>
              <span className="row">
                {until}
                {link}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function useQueueRows(items: readonly QueueItem[]): Row[] {
  const tell = useTell();
  const counts = countsOf(items);
  const pendingDue = nextDueOf(items.filter(({ status }) => status === 'pending'));
  const openDue = nextDueOf(items.filter(({ status }) => status === 'accepted' || status === 'scoring'));
  const unlocked = items.filter(({ status }) => status === 'unlocked');
  return [
    ...unlocked.map((item) => ({
      key: item.assignmentId,
      text: tell(reviewer.dueUnlocked(item.organizationName)),
      until: <Countdown to={item.dueAt} />,
      link: (
        <Link to="/reviews/$assignmentId" params={{ assignmentId: item.assignmentId }}>
          {tell(reviewer.goOn)}
        </Link>
      ),
    })),
    ...(pendingDue === undefined
      ? []
      : [
          {
            key: 'pending',
            text: tell(reviewer.dueUnanswered(counts.pending)),
            until: <Countdown to={pendingDue} />,
            link: (
              <Link to="/reviews" search={{ state: 'pending' }}>
                {tell(reviewer.dueGo)}
              </Link>
            ),
          },
        ]),
    ...(openDue === undefined
      ? []
      : [
          {
            key: 'open',
            text: tell(reviewer.dueOpen(counts.submitted, counts.all)),
            until: <Countdown to={openDue} />,
            link: (
              <Link to="/reviews" search={{ state: 'open' }}>
                {tell(reviewer.score)}
              </Link>
            ),
          },
        ]),
  ];
}

function useInvitationRows(): Row[] {
  const tell = useTell();
  const { data } = useRead('/me/invitations', {});
  const asked = data?.items.filter(({ status }) => status === 'invited') ?? [];
  return asked.map(({ cycleId, title, issuer, reviewBy }) => ({
    key: cycleId,
    text: tell(reviewer.dueInvitation(title)),
    until: <span className="quiet">{tell(reviewer.invitedBy(issuer, shanghaiEnd(reviewBy)))}</span>,
    link: <Link to="/reviews">{tell(reviewer.dueGo)}</Link>,
  }));
}

function useVisitRows(): Row[] {
  const tell = useTell();
  const { data } = useVisits();
  const asked = data?.visits.filter(({ status, isOpen }) => status === 'asked' && isOpen) ?? [];
  return asked.map(({ applicationId, organizationName, transcribed, reviewBy }) => ({
    key: applicationId,
    text: tell(transcribed ? reviewer.dueVisitConfirm(organizationName) : reviewer.dueVisit(organizationName)),
    until: <Countdown to={reviewBy} />,
    link: (
      <Link to="/visits/$applicationId" params={{ applicationId }}>
        {tell(reviewer.dueGo)}
      </Link>
    ),
  }));
}

function useConfirmationRows(items: readonly QueueItem[]): Row[] {
  const tell = useTell();
  const waiting = useConfirmations(items);
  if (waiting.length === 0) return [];
  const link = <Link to="/reviews">{tell(reviewer.dueGo)}</Link>;
  return [{ key: 'confirm', text: tell(reviewer.dueConfirm(waiting.length)), until: null, link }];
}
