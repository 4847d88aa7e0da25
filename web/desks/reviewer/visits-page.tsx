import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { Countdown, shanghaiTime } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { visiting } from '#web/messages/reviewer-visits.ts';
import { useFilesKept } from './visits/keep-files.ts';
import type { Unsent } from './visits/outbox.ts';
import { sync } from './visits/sync.ts';
import { useOutbox, useVisits, type Visits } from './visits/use-visits.ts';
import type { KeptVisit } from './visits/visit-disk.ts';
import './reviewer.css';

// One file with the list, so that a visit opens without a connection once the list was seen.
export { VisitPage } from './visits/visit-page.tsx';

/** Where I am asked to go. Once it was opened it works without a connection. */
export function VisitsPage() {
  const tell = useTell();
  const visits = useVisits();
  useFilesKept();
  const unsent = useOutbox(visits.personId);
  return (
    <Page title={tell(visiting.title)}>
      <div className="stack">
        <Outbox unsent={unsent} personId={visits.personId} />
        <Show of={visits}>{(data) => <List data={data} unsent={unsent} />}</Show>
      </div>
    </Page>
  );
}

/** What was handed in here and is not on the server yet. */
function Outbox({ unsent, personId }: { readonly unsent: readonly Unsent[]; readonly personId: string | undefined }) {
  const tell = useTell();
  if (unsent.length === 0 || personId === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={tell(visiting.unsentCount(unsent.length))}
      action={<Button onClick={() => void sync(personId)}>{tell(visiting.sendNow)}</Button>}
    />
  );
}

function List({ data, unsent }: { readonly data: Visits; readonly unsent: readonly Unsent[] }) {
  const tell = useTell();
  const { visits, isKept, at } = data;
  return (
    <section className="card" aria-label={tell(visiting.title)}>
      {isKept && (
        <p role="status" style={{ color: 'var(--warn)' }}>
          {tell(visiting.kept(shanghaiTime(at)))}
        </p>
      )}
      {visits.length === 0 ? (
        <Empty title={visiting.none} help={visiting.noneHelp} />
      ) : (
        <>
          {!isKept && <p className="quiet">{tell(visiting.offlineReady)}</p>}
          <ul className="reviewer-rows">
            {visits.map((visit) => (
              <Row
                key={visit.applicationId}
                visit={visit}
                unsent={unsent.find(({ applicationId }) => applicationId === visit.applicationId)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const shortOf = {
  waiting: visiting.waiting,
  conflict: visiting.conflictShort,
  refused: visiting.refusedShort,
} as const;

function Row({ visit, unsent }: { readonly visit: KeptVisit; readonly unsent: Unsent | undefined }) {
  const tell = useTell();
  const { applicationId, organizationName, title, status, isOpen, reviewBy, score } = visit;
  return (
    <li>
      <div>
        <Link to="/visits/$applicationId" params={{ applicationId }} className="reviewer-case-name">
          {organizationName}
        </Link>
        <div className="quiet">{title}</div>
      </div>
      <div className="row">
        {unsent ? (
          <span style={{ color: 'var(--warn)' }}>{tell(shortOf[unsent.state.kind])}</span>
        ) : (
          <Status state={status} />
        )}
        {score !== undefined && !unsent && <strong className="figures">{score}</strong>}
        {isOpen && status === 'asked' && <Countdown to={reviewBy} />}
        <Link
          to="/visits/$applicationId"
          params={{ applicationId }}
          aria-label={`${tell(isOpen && status === 'asked' ? visiting.open : visiting.see)} ${organizationName}`}
        >
          {tell(isOpen && status === 'asked' ? visiting.open : visiting.see)}
        </Link>
      </div>
    </li>
  );
}
