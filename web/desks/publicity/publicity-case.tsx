import { Link } from '@tanstack/react-router';
import { mayDraft } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, shanghaiDay, useNow, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';
import type { Said } from '#web/messages/say.ts';
import { DaysLeft } from './days-left.tsx';
import { HandledBy } from './handled-by.tsx';
import { NoticeDraft } from './notice-draft.tsx';
import { NoticeHandling } from './notice-handling.tsx';
import { Objections } from './objections-table.tsx';
import { Vacancies } from './vacancies.tsx';
import './document.css';

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;
type Publicity = AnswerOf<'get', '/publicities/{publicityId}'>;

type CaseProps = { readonly publicityId: string; readonly cycle: Cycle };

/** A publicity from its draft to its conclusion: the document, where it stands, what comes next, its objections. */
export function PublicityCase({ publicityId, cycle }: CaseProps) {
  const read = useRead('/publicities/{publicityId}', { publicityId }, { every: 15_000 });
  return <Show of={read}>{(found) => <Whole publicity={found} cycle={cycle} />}</Show>;
}

type WholeProps = { readonly publicity: Publicity; readonly cycle: Cycle };

function Whole({ publicity: of, cycle }: WholeProps) {
  const tell = useTell();
  const actor = useActor();
  const isCurrent = cycle.publicityId === of.publicityId;
  const wantsAnother = isCurrent && of.outcome === 'changed';
  return (
    <div className="stack">
      <Standing publicity={of} cycle={cycle} />
      {wantsAnother && mayDraft(actor) && (
        <section className="stack">
          <h2>{tell(publicity.draftSupplementary)}</h2>
          <NoticeDraft cycle={cycle} />
        </section>
      )}
      {of.publishedAt && <Objections publicity={of} />}
      {isCurrent && <Vacancies cycle={cycle} />}
      <NoticeHandling publicity={of} cycle={cycle} />
    </div>
  );
}

/** Where it stands, since when, until when, and what comes next. */
function Standing({ publicity: of, cycle }: WholeProps) {
  const tell = useTell();
  const { publicityId, status, firstDay, lastDay, endsAt, graceUntil, publishedAt, openObjections, supersedes } = of;
  const now = useNow();
  const isOpen = status === 'open' && now < Date.parse(endsAt ?? '');
  const { cycleId } = cycle;
  return (
    <section className="card" aria-label={tell(publicity.state)}>
      <div className="row spread" style={{ marginBottom: 12 }}>
        <h2 className="row">
          {tell(of.number > 1 ? publicity.supplementary(of.number) : publicity.first)} <Status state={status} />
        </h2>
        <span className="row">
          {supersedes && (
            <Link to="/publicities/$publicityId" params={{ publicityId: supersedes }}>
              {tell(publicity.before)}
            </Link>
          )}
          {publishedAt && (
            <Link to="/notices/$publicityId" params={{ publicityId }}>
              {tell(publicity.publicPage)}
            </Link>
          )}
        </span>
      </div>
      <dl className="facts">
        <dt>{tell(publicity.ruleLabel)}</dt>
        <dd className="figures">{tell(publicity.rule(cycle.publicity.days, cycle.publicity.unit))}</dd>
        <dt>{tell(publicity.handledBy)}</dt>
        <dd>
          <HandledBy draftedBy={of.draftedBy} editedBy={of.editedBy} checkedBy={of.checkedBy} />
        </dd>
        {publishedAt && (
          <>
            <dt>{tell(publicity.publishedAt)}</dt>
            <dd>
              <When at={publishedAt} />
            </dd>
          </>
        )}
        {firstDay && lastDay && (
          <>
            <dt>{tell(publicity.window)}</dt>
            <dd className="figures">{tell(publicity.windowText(firstDay, lastDay))}</dd>
          </>
        )}
        {isOpen && firstDay && lastDay && endsAt && (
          <>
            <dt>{tell(publicity.left)}</dt>
            <dd className="row">
              <strong>
                <DaysLeft firstDay={firstDay} lastDay={lastDay} />
              </strong>
              <Countdown to={endsAt} />
            </dd>
          </>
        )}
        {graceUntil && (
          <>
            <dt>{tell(publicity.graceUntil)}</dt>
            <dd className="figures">{shanghaiDay(Date.parse(graceUntil) - 1)}</dd>
          </>
        )}
        {publishedAt && (
          <>
            <dt>{tell(publicity.openObjections)}</dt>
            <dd className="figures">{openObjections}</dd>
          </>
        )}
        {(of.outcome || of.materialChange) && (
          <>
            <dt>{tell(publicity.outcome)}</dt>
            <dd>{tell(outcomeOf(of))}</dd>
          </>
        )}
        <dt>{tell(publicity.next)}</dt>
        <dd>
          {tell(nextOf(of))}{' '}
          {of.outcome === 'clear' && (
            <LinkButton to="/cycles/$cycleId/decision" params={{ cycleId }} size="small">
              {tell(publicity.toDecision)}
            </LinkButton>
          )}
        </dd>
      </dl>
    </section>
  );
}

function outcomeOf({ outcome }: Publicity): Said {
  if (outcome === undefined) return publicity.material;
  return outcome === 'clear' ? publicity.clear : publicity.changed;
}

function nextOf({ status, outcome }: Publicity): Said {
  if (status === 'drafted') return publicity.nextDrafted;
  if (status === 'checked') return publicity.publishing;
  if (status === 'open') return publicity.nextOpen;
  if (outcome === undefined) return publicity.nextExpired;
  return outcome === 'clear' ? publicity.nextClear : publicity.nextChanged;
}
