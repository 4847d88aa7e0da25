import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { AnswerOf } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { shanghaiDay, shanghaiMinute, useNow } from '#web/kit/time.tsx';
import { awards } from '#web/messages/awards.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { CheckForm } from './certificates-page.tsx';
import './document.css';

const route = getRouteApi('/open/certificates/$certificateNumber');

/** Whether a certificate's title stands, in words. The certificate's QR code leads here. */
export function CertificatePage() {
  const tell = useTell();
  const { certificateNumber } = route.useParams();
  const read = useRead('/public/certificates/{certificateNumber}', { certificateNumber });
  const isUnknown = isProblem(read.error, 'NotFound') || isProblem(read.error, 'InvalidInput');
  return (
    <Page
      title={tell(awards.certificate)}
      number={certificateNumber}
      width="reading"
      crumbs={[{ label: tell(awards.check), to: '/certificates' }]}
    >
      {isUnknown ? (
        <>
          <Empty title={awards.unknown} help={awards.unknownHelp} />
          <section className="card">
            <CheckForm typed={certificateNumber} />
          </section>
        </>
      ) : (
        <Show of={read}>{(found) => <Standing found={found} />}</Show>
      )}
    </Page>
  );
}

type Found = AnswerOf<'get', '/public/certificates/{certificateNumber}'>;
type Verdict = { readonly title: Said; readonly text: Said; readonly tone: string; readonly icon: ReactNode };

function verdictOf({ status, validUntil, since = '' }: Found, today: string): Verdict {
  if (status === 'revoked') {
    return { title: awards.revoked, text: awards.revokedText(since), tone: 'seal', icon: <CloseCircleOutlined /> };
  }
  if (status === 'under-rectification') {
    return {
      title: awards.rectifying,
      text: awards.rectifyingText(since),
      tone: 'warn',
      icon: <ExclamationCircleOutlined />,
    };
  }
  if (validUntil < today) {
    const text = awards.expiredText(validUntil);
    return { title: awards.expired, text, tone: 'warn', icon: <ExclamationCircleOutlined /> };
  }
  return { title: awards.valid, text: awards.validText(validUntil), tone: 'good', icon: <CheckCircleOutlined /> };
}

function Standing({ found }: { readonly found: Found }) {
  const tell = useTell();
  const now = useNow();
  const { title, text, tone, icon } = verdictOf(found, shanghaiDay(now));
  return (
    <section className="card stack">
      <div>
        <h2 style={{ color: `var(--${tone})`, fontSize: 20 }}>
          <span aria-hidden style={{ marginInlineEnd: 8 }}>
            {icon}
          </span>
          {tell(title)}
        </h2>
        <p style={{ margin: '8px 0 0' }}>{tell(text)}</p>
      </div>
      <dl className="facts">
        <dt>{tell(awards.holder)}</dt>
        <dd>{found.name}</dd>
        <dt>{tell(awards.titleOf)}</dt>
        <dd>{found.title}</dd>
        <dt>{tell(awards.number)}</dt>
        <dd className="figures">{found.certificateNumber}</dd>
        <dt>{tell(awards.namedOn)}</dt>
        <dd className="figures">{found.namedOn}</dd>
        {found.status !== 'revoked' && (
          <>
            <dt>{tell(awards.validUntil)}</dt>
            <dd className="figures">{found.validUntil}</dd>
          </>
        )}
      </dl>
      <p className="quiet figures" style={{ margin: 0 }}>
        {tell(awards.checkedAt(shanghaiMinute(now)))}
      </p>
      <div className="no-print">
        <LinkButton to="/certificates">{tell(awards.another)}</LinkButton>
      </div>
    </section>
  );
}
