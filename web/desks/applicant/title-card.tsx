import { Link } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { Status } from '#web/kit/status.tsx';
import { Countdown, shanghaiDay } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';

type Props = { readonly applicationId: string; readonly certificateNumber: string };

/** The title that came of it: its certificate, whether it stands, and what the re-review asks of the unit. */
export function TitleCard({ applicationId, certificateNumber }: Props) {
  const tell = useTell();
  const { data: award } = useRead('/applications/{applicationId}/award', { applicationId });
  return (
    <>
      <p className="row">
        <strong className="figures">{tell(applicant.outcomeNamed(certificateNumber))}</strong>
        {award && <Status state={award.status} />}
        <Link to="/certificates/$certificateNumber" params={{ certificateNumber }}>
          {tell(applicant.checkCertificate)}
        </Link>
      </p>
      {award && (
        <dl className="case-facts">
          {award.status === 'rectifying' && award.rectifyBy && (
            <>
              <dt>{tell(applicant.rectifyBy)}</dt>
              <dd className="row">
                <span className="figures">{shanghaiDay(Date.parse(award.rectifyBy))}</span>
                <Countdown to={award.rectifyBy} />
              </dd>
            </>
          )}
          {award.reason && (
            <>
              <dt>{tell(applicant.titleReason)}</dt>
              <dd lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
                {award.reason}
              </dd>
            </>
          )}
          <dt>{tell(award.status === 'revoked' ? applicant.revokedOn : applicant.validUntil)}</dt>
          <dd className="figures">
            {award.status === 'revoked' ? shanghaiDay(Date.parse(award.statusSince)) : award.validUntil}
          </dd>
        </dl>
      )}
      {award && <p className="quiet">{tell(applicant.titleNext[award.status])}</p>}
    </>
  );
}
