import { Link } from '@tanstack/react-router';
import { App, Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import type { Cycle } from '#domain/cycles';
import { invitationTransitions } from '#domain/invitations';
import { isTimeFor } from '#domain/stages';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Status } from '#web/kit/status.tsx';
import { shanghaiEnd } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { takesWishes } from './takes-wishes.ts';

type Invitation = AnswerOf<'get', '/me/invitations'>['items'][number];

/** Invitations that may still be answered, or whose answer may be changed, and those that were taken back meanwhile. */
export function Invitations() {
  const tell = useTell();
  const { data } = useRead('/me/invitations', {});
  const cycles = useRead('/cycles', {}, { when: (data?.items.length ?? 0) > 0 });
  const cycleOf = new Map(cycles.data?.items.map((cycle) => [cycle.cycleId, cycle]));
  const open = (data?.items ?? []).flatMap((invitation) => {
    const cycle = cycleOf.get(invitation.cycleId);
    return cycle && isTimeFor('invite', cycle) ? [{ invitation, cycle }] : [];
  });
  if (open.length === 0) return null;
  return (
    <section className="card" aria-label={tell(reviewer.invitations)}>
      <h2>{tell(reviewer.invitations)}</h2>
      <ul className="reviewer-rows">
        {open.map(({ invitation, cycle }) => (
          <Row key={cycle.cycleId} invitation={invitation} cycle={cycle} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { readonly invitation: Invitation; readonly cycle: Cycle };

function Row({ invitation, cycle }: RowProps) {
  const tell = useTell();
  const { cycleId, title, issuer, reviewBy, status, maximumLoad, reason } = invitation;
  const isAsked = status === 'invited' || status === 'accepted';
  return (
    <li>
      <div>
        <strong>{title}</strong>
        <div className="quiet">{tell(reviewer.invitedBy(issuer, shanghaiEnd(reviewBy)))}</div>
        {status === 'withdrawn' && <p>{tell(reviewer.invitationWithdrawn(reason ?? ''))}</p>}
        {status === 'declined' && reason && <p className="quiet">{tell(reviewer.declinedFor(reason))}</p>}
      </div>
      <div className="row">
        <Status of="seat" state={status} />
        {maximumLoad !== undefined && <span className="quiet">{tell(reviewer.loadOf(maximumLoad))}</span>}
        {isAsked && takesWishes(cycle) && (
          <Link to="/wishes/$cycleId" params={{ cycleId }}>
            {tell(reviewer.wish)}
          </Link>
        )}
        {status !== 'withdrawn' && <Answers invitation={invitation} />}
      </div>
    </li>
  );
}

function Answers({ invitation }: { readonly invitation: Invitation }) {
  const tell = useTell();
  const { message } = App.useApp();
  const consequence = useConsequence();
  const [accepting, setAccepting] = useState(false);
  const act = useAct('post', '/me/invitations/{cycleId}', {
    done: () => message.success(tell(reviewer.answerSaved)),
  });
  const { cycleId, status } = invitation;
  const mayDecline = invitationTransitions.decline.from.some((from) => from === status);
  const decline = () =>
    consequence({
      title: tell(reviewer.declineTitle),
      consequence: tell(reviewer.declineText),
      verb: tell(reviewer.declineInvitation),
      reason: tell(reviewer.declineWhy),
      act: (reason) => act.mutateAsync({ cycleId, verdict: 'decline', reason }),
    });
  return (
    <>
      {mayDecline && (
        <Button onClick={decline}>
          {tell(status === 'accepted' ? reviewer.changeToDecline : reviewer.declineInvitation)}
        </Button>
      )}
      {status !== 'accepted' && (
        <Button type={status === 'invited' ? 'primary' : 'default'} onClick={() => setAccepting(true)}>
          {tell(status === 'declined' ? reviewer.changeToAccept : reviewer.acceptInvitation)}
        </Button>
      )}
      <AcceptDialog
        open={accepting}
        close={() => setAccepting(false)}
        act={(maximumLoad) =>
          act.mutateAsync({ cycleId, verdict: 'accept', ...(maximumLoad !== undefined && { maximumLoad }) })
        }
      />
    </>
  );
}

type AcceptProps = {
  readonly open: boolean;
  readonly close: () => void;
  readonly act: (maximumLoad: number | undefined) => Promise<unknown>;
};

function AcceptDialog({ open, close, act }: AcceptProps) {
  const tell = useTell();
  return (
    <EntryDialog<{ readonly maximumLoad?: number | null }>
      isOpen={open}
      close={close}
      title={tell(reviewer.acceptInvitationTitle)}
      verb={tell(reviewer.acceptInvitation)}
      act={({ maximumLoad }) => act(maximumLoad ?? undefined)}
    >
      {() => (
        <Form.Item name="maximumLoad" label={tell(reviewer.load)} extra={tell(reviewer.loadHelp)}>
          <InputNumber min={1} max={1000} precision={0} />
        </Form.Item>
      )}
    </EntryDialog>
  );
}
