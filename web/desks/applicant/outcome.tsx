import { Link } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import type { CaseView } from './case-page.tsx';
import { type OwnTitle, TitleCard } from './title-card.tsx';

/** Good news, bad news, or something to do. */
function toneOf(status: string | undefined, title: OwnTitle | undefined): string {
  if (status === 'removed' || title?.status === 'revoked') return 'seal';
  if (title?.status === 'rectifying') return 'warn';
  return status === 'not-selected' ? 'line' : 'good';
}

/** What the public list says of the case, and where to object. Nothing before it is online. */
export function Outcome({ application }: { readonly application: CaseView['application'] }) {
  const tell = useTell();
  const { applicationId, status, certificateNumber } = application;
  const isNamed = certificateNumber !== undefined;
  const { data: title } = useRead('/applications/{applicationId}/award', { applicationId }, { when: isNamed });
  const isTold = ['in-publicity', 'cleared', 'not-selected', 'removed', 'named'].includes(status ?? '');
  if (!isTold) return null;
  return (
    <section className="card" style={{ borderLeft: `4px solid var(--${toneOf(status, title)})` }}>
      {isNamed && <TitleCard certificateNumber={certificateNumber} title={title} />}
      {status === 'in-publicity' && <p>{tell(applicant.outcomePublicity)}</p>}
      {status === 'not-selected' && <p>{tell(applicant.outcomeNot)}</p>}
      {status === 'removed' && <p>{tell(applicant.outcomeRemoved)}</p>}
      <ToNotice cycleId={application.cycleId} />
    </section>
  );
}

function ToNotice({ cycleId }: { readonly cycleId: string | undefined }) {
  const tell = useTell();
  const { data } = useRead('/public/notices', {});
  const notice = data?.items.find((each) => each.cycleId === cycleId);
  if (!notice) return null;
  return (
    <p className="row">
      {notice.status === 'open' && <span className="quiet">{tell(applicant.outcomeHelp)}</span>}
      <Link to="/notices/$publicityId" params={{ publicityId: notice.publicityId }}>
        {tell(applicant.toNotice)}
      </Link>
    </p>
  );
}
