import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { Status } from '#web/kit/status.tsx';
import { Countdown, shanghaiDay } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';

export type OwnTitle = AnswerOf<'get', '/applications/{applicationId}/award'>;
type Props = { readonly certificateNumber: string; readonly title: OwnTitle | undefined };

/** The title that came of it: its certificate, whether it stands, and what the re-review asks of the unit. */
export function TitleCard({ certificateNumber, title }: Props) {
  const tell = useTell();
  return (
    <>
      <p className="row">
        <strong className="figures">{tell(applicant.outcomeNamed(certificateNumber))}</strong>
        {title && <Status state={title.status} />}
        <Link to="/certificates/$certificateNumber" params={{ certificateNumber }}>
          {tell(applicant.checkCertificate)}
        </Link>
      </p>
      {title && (
        <>
          <Facts title={title} />
          <p className="quiet" style={{ margin: '12px 0 0' }}>
            {tell(applicant.titleNext[title.status])}
          </p>
        </>
      )}
    </>
  );
}

function Facts({ title }: { readonly title: OwnTitle }) {
  const tell = useTell();
  const { status, statusSince, rectifyBy, reason, validUntil } = title;
  const isRevoked = status === 'revoked';
  return (
    <dl className="facts">
      {status === 'rectifying' && rectifyBy && (
        <>
          <dt>{tell(applicant.rectifyBy)}</dt>
          <dd className="row">
            <span className="figures">{shanghaiDay(Date.parse(rectifyBy))}</span>
            <Countdown to={rectifyBy} />
          </dd>
        </>
      )}
      {reason && (
        <>
          <dt>{tell(applicant.titleReason)}</dt>
          <dd lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
            {reason}
          </dd>
        </>
      )}
      <dt>{tell(isRevoked ? applicant.revokedOn : applicant.validUntil)}</dt>
      <dd className="figures">{isRevoked ? shanghaiDay(Date.parse(statusSince)) : validUntil}</dd>
    </dl>
  );
}
