import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { downloadFile } from '#web/kit/file-link.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Trouble, Waiting } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, shanghaiTime, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reviewer } from '#web/messages/reviewer.ts';
import { visiting } from '#web/messages/reviewer-visits.ts';
import { RecuseDialog } from '../recuse.tsx';
import { useFilesKept } from './keep-files.ts';
import type { Unsent } from './outbox.ts';
import { UnsentView } from './unsent-view.tsx';
import { useOutbox, useVisits, type Visits } from './use-visits.ts';
import type { KeptVisit } from './visit-disk.ts';
import { type Found, VisitForm } from './visit-form.tsx';
import '../reviewer.css';

const route = getRouteApi('/desk/visits/$applicationId');

/** One visit: its sheet, with or without a connection. */
export function VisitPage() {
  const { applicationId } = route.useParams();
  const tell = useTell();
  const { data, error, refetch, personId } = useVisits();
  useFilesKept();
  const outbox = useOutbox(personId);
  const visit = data?.visits.find((each) => each.applicationId === applicationId);
  if (data && visit && personId !== undefined) {
    const unsent = outbox.find((each) => each.applicationId === applicationId);
    return <Visit key={applicationId} visit={visit} data={data} unsent={unsent} personId={personId} />;
  }
  return (
    <Page title={tell(visiting.title)} crumbs={[{ label: tell(visiting.title), to: '/visits' }]}>
      {error ? <Trouble error={error} retry={refetch} /> : data ? <NotAsked /> : <Waiting />}
    </Page>
  );
}

/** The visit went to somebody else, or never was this expert's. */
function NotAsked() {
  const tell = useTell();
  return (
    <section className="card">
      <Empty title={visiting.notAsked} help={visiting.notAskedHelp}>
        <Link to="/visits">{tell(visiting.toVisits)}</Link>
      </Empty>
    </section>
  );
}

type VisitProps = {
  readonly visit: KeptVisit;
  readonly data: Visits;
  readonly unsent: Unsent | undefined;
  readonly personId: string;
};

function Visit({ visit, data, unsent, personId }: VisitProps) {
  const tell = useTell();
  const { organizationName, title, status, isOpen, reviewBy } = visit;
  const [correcting, setCorrecting] = useState(false);
  const [found, setFound] = useState<Found | undefined>();
  const mayWrite = isOpen && !unsent && (status === 'asked' || correcting);
  return (
    <Page
      title={organizationName}
      number={title}
      width="reading"
      crumbs={[{ label: tell(visiting.title), to: '/visits' }]}
      status={
        <span className="row">
          <Status state={status} />
          {isOpen && status === 'asked' && <Countdown to={reviewBy} />}
        </span>
      }
      actions={isOpen && status === 'asked' && !unsent && <Recuse visit={visit} isKept={data.isKept} />}
    >
      <div className="stack">
        {data.isKept && (
          <p role="status" style={{ color: 'var(--warn)', margin: 0 }}>
            {tell(visiting.kept(shanghaiTime(data.at)))}
          </p>
        )}
        {!isOpen && <p className="quiet">{tell(visiting.closed)}</p>}
        {unsent && (
          <UnsentView
            unsent={unsent}
            backToForm={(given) => {
              setFound(given);
              setCorrecting(status === 'submitted');
            }}
          />
        )}
        {status === 'asked' && visit.transcribed && !unsent && <Transcribed visit={visit} />}
        {mayWrite ? (
          <VisitForm
            visit={visit}
            personId={personId}
            isKept={data.isKept}
            found={found}
            done={() => {
              setCorrecting(false);
              setFound(undefined);
            }}
            {...(correcting && { cancel: () => setCorrecting(false) })}
          />
        ) : (
          !unsent && status === 'submitted' && <Sheet visit={visit} correct={() => setCorrecting(true)} />
        )}
      </div>
    </Page>
  );
}

/** What was handed in, and what before. */
function Sheet({ visit, correct }: { readonly visit: KeptVisit; readonly correct: () => void }) {
  const tell = useTell();
  const { score, comment, submittedAt, corrections = [], isOpen } = visit;
  return (
    <section className="card" aria-label={tell(visiting.ownSheet)}>
      <div className="row spread">
        <h2>{tell(visiting.ownSheet)}</h2>
        {isOpen && <Button onClick={correct}>{tell(visiting.correct)}</Button>}
      </div>
      <Facts score={score} comment={comment} at={submittedAt} />
      {corrections.length > 0 && (
        <details>
          <summary>{tell(visiting.corrections)}</summary>
          {corrections.map((before) => (
            <Facts key={before.submittedAt} score={before.score} comment={before.comment} at={before.submittedAt} />
          ))}
        </details>
      )}
    </section>
  );
}

type FactsProps = { readonly score: string | undefined; readonly comment: string; readonly at: string | undefined };

function Facts({ score, comment, at }: FactsProps) {
  const tell = useTell();
  return (
    <dl className="facts" style={{ padding: '8px 0' }}>
      <dt>{tell(visiting.score)}</dt>
      <dd className="figures">
        <strong>{score}</strong>
      </dd>
      <dt>{tell(visiting.comment)}</dt>
      <dd style={{ whiteSpace: 'pre-wrap' }}>{comment}</dd>
      {at && (
        <>
          <dt>{tell(visiting.submittedAt)}</dt>
          <dd>
            <When at={at} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** What the office typed from the signed paper, to be confirmed. */
function Transcribed({ visit }: { readonly visit: KeptVisit }) {
  const tell = useTell();
  const { message } = App.useApp();
  const consequence = useConsequence();
  const { applicationId, version, score = '', comment, transcribed } = visit;
  const act = useAct('post', '/applications/{applicationId}/site-sheet/confirm', {
    done: () => message.success(tell(visiting.confirmed)),
  });
  if (!transcribed) return null;
  const confirm = () =>
    consequence({
      title: tell(visiting.confirmTitle),
      consequence: tell(visiting.confirmText(score)),
      verb: tell(visiting.confirm),
      seal: true,
      act: () => act.mutateAsync({ applicationId, version }),
    });
  return (
    <section className="card" aria-label={tell(visiting.transcribed)}>
      <h2>{tell(visiting.transcribed)}</h2>
      <p className="quiet">{tell(visiting.transcribedHelp)}</p>
      <Facts score={score} comment={comment} at={transcribed.at} />
      <div className="row">
        <Button onClick={() => downloadFile(transcribed.fileId)}>{tell(visiting.seePaper)}</Button>
        <Button danger onClick={confirm}>
          {tell(visiting.confirm)}
        </Button>
      </div>
    </section>
  );
}

function Recuse({ visit, isKept }: { readonly visit: KeptVisit; readonly isKept: boolean }) {
  const tell = useTell();
  const { message } = App.useApp();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState(false);
  const act = useAct('post', '/applications/{applicationId}/site-sheet/recuse');
  const { applicationId, organizationName } = visit;
  return (
    <>
      <Button disabled={isKept} title={isKept ? tell(visiting.needsConnection) : ''} onClick={() => setOpen(true)}>
        {tell(reviewer.recuse)}
      </Button>
      <RecuseDialog
        open={open}
        title={tell(reviewer.recuseVisitTitle(organizationName))}
        consequence={tell(reviewer.recuseVisitConsequence)}
        close={() => setOpen(false)}
        act={async (recusal) => {
          const { seatVacant } = await act.mutateAsync({ applicationId, ...recusal });
          message.success(tell(seatVacant ? reviewer.recusedVacant : reviewer.recused));
          await navigate({ to: '/visits' });
        }}
      />
    </>
  );
}
