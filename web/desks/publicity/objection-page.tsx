import { getRouteApi, Link } from '@tanstack/react-router';
import { Steps } from 'antd';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { objections } from '#web/messages/objections.ts';
import { publicity } from '#web/messages/publicity.ts';
import { useCycleCrumb } from './cycle-crumb.ts';
import { effectWords } from './effect-words.ts';
import { ObjectionActs } from './objection-acts.tsx';
import { ObjectionHandling } from './objection-handling.tsx';
import { deadlineOf, stepOf } from './objection-stage.ts';
import { ObjectorCard } from './objector-card.tsx';
import { useTargetWords } from './target.ts';
import './document.css';

const route = getRouteApi('/desk/objections/$objectionId');

export type Objection = AnswerOf<'get', '/objections/{objectionId}'>;

/** One objection: what it says, how far it is, until when, and what comes next. */
export function ObjectionPage() {
  const tell = useTell();
  const { objectionId } = route.useParams();
  const read = useRead('/objections/{objectionId}', { objectionId });
  const { publicityId, cycleId = '' } = read.data ?? {};
  const cycle = useCycleCrumb(cycleId);
  return (
    <Page
      title={tell(objections.title)}
      number={objectionId}
      status={
        read.data && (
          <span className="row">
            <Status state={read.data.status} />
            <Due objection={read.data} />
          </span>
        )
      }
      crumbs={publicityId ? [...cycle, { label: tell(publicity.title), to: `/publicities/${publicityId}` }] : []}
    >
      <Show of={read}>{(objection) => <Case objection={objection} />}</Show>
    </Page>
  );
}

function Due({ objection }: { readonly objection: Objection }) {
  const at = deadlineOf(objection);
  return at ? <Countdown to={at} /> : null;
}

function Case({ objection }: { readonly objection: Objection }) {
  const { publicityId } = objection;
  const of = useRead('/publicities/{publicityId}', { publicityId });
  const { cycleId, status } = objection;
  const words = useTargetWords({ cycleId, listId: of.data?.listId ?? '' });
  const runs = ['open', 'expired'].includes(of.data?.status ?? '');
  return (
    <div className="official-side">
      <div className="stack" style={{ minWidth: 0 }}>
        <Progress status={status} />
        <Facts objection={objection} about={words(objection.target)} />
        <Outcome objection={objection} />
      </div>
      <div className="stack" style={{ minWidth: 0 }}>
        <ObjectionActs objection={objection} runs={runs} listId={of.data?.listId ?? ''} />
        <ObjectorCard objection={objection} />
        <ObjectionHandling objectionId={objection.objectionId} />
      </div>
    </div>
  );
}

function Progress({ status }: { readonly status: Objection['status'] }) {
  const tell = useTell();
  const { stepReceived, stepAdmitted, stepInvestigating, stepDetermined, stepAnswered, stepArchived } = objections;
  const steps = [stepReceived, stepAdmitted, stepInvestigating, stepDetermined, stepAnswered, stepArchived];
  return (
    <section className="card" aria-label={tell(objections.progress)}>
      <Steps
        size="small"
        responsive
        current={stepOf(status)}
        {...(status === 'inadmissible' && { status: 'error' as const })}
        items={steps.map((step) => ({ title: tell(step) }))}
      />
    </section>
  );
}

const channels = { online: publicity.online, letter: publicity.letter, 'ex-officio': publicity.exOfficio } as const;

function Facts({ objection, about }: { readonly objection: Objection; readonly about: string }) {
  const tell = useTell();
  const { channel, receivedAt, postmarkedOn, derivedFrom, defects, withdrawnAt, grounds } = objection;
  return (
    <section className="card stack" aria-label={tell(objections.facts)}>
      <dl className="facts">
        <dt>{tell(objections.target)}</dt>
        <dd>
          {objection.target.kind === 'entry' ? (
            <a href={`/console/cases/${objection.target.applicationId}`}>{about}</a>
          ) : (
            about
          )}
        </dd>
        <dt>{tell(objections.channel)}</dt>
        <dd>{tell(channels[channel])}</dd>
        {channel === 'letter' && (
          <>
            <dt>{tell(objections.postmarkedOn)}</dt>
            <dd className="figures">{postmarkedOn ?? tell(objections.unreadable)}</dd>
          </>
        )}
        {derivedFrom && (
          <>
            <dt>{tell(objections.derivedFrom)}</dt>
            <dd>
              <Link to="/objections/$objectionId" params={{ objectionId: derivedFrom }}>
                {derivedFrom}
              </Link>
            </dd>
          </>
        )}
        <dt>{tell(objections.receivedAt)}</dt>
        <dd>
          <When at={receivedAt} />
        </dd>
        {defects.length > 0 && (
          <>
            <dt>{tell(objections.defects)}</dt>
            <dd>
              {defects.map((defect) => (
                <div key={defect}>{tell(objections.defectWords[defect])}</div>
              ))}
            </dd>
          </>
        )}
        {withdrawnAt && (
          <>
            <dt>{tell(objections.withdrawnAt)}</dt>
            <dd>
              <When at={withdrawnAt} /> <span className="quiet">{tell(objections.withdrawnHelp)}</span>
            </dd>
          </>
        )}
      </dl>
      <div>
        <h2 style={{ marginBottom: 4 }}>{tell(objections.grounds)}</h2>
        <p lang="zh-CN" style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
          {grounds}
        </p>
      </div>
    </section>
  );
}

/** What was found and answered so far. */
function Outcome({ objection }: { readonly objection: Objection }) {
  const tell = useTell();
  const { reason, verdict, finding, effect, answer } = objection;
  if (!reason && !finding && !answer) return null;
  return (
    <section className="card" aria-label={tell(objections.outcome)}>
      <dl className="facts">
        {reason && (
          <>
            <dt>{tell(objections.reason)}</dt>
            <dd lang="zh-CN">{reason}</dd>
          </>
        )}
        {verdict && (
          <>
            <dt>{tell(objections.verdict)}</dt>
            <dd>{tell(objections[verdict])}</dd>
          </>
        )}
        {finding && (
          <>
            <dt>{tell(objections.finding)}</dt>
            <dd lang="zh-CN">{finding}</dd>
          </>
        )}
        {effect && (
          <>
            <dt>{tell(objections.effect)}</dt>
            <dd>
              {tell(effectWords[effect.kind])}
              {effect.kind === 'amend' && <span lang="zh-CN"> {effect.organizationName}</span>}
            </dd>
          </>
        )}
        {answer && (
          <>
            <dt>{tell(objections.answer)}</dt>
            <dd lang="zh-CN">{answer}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
