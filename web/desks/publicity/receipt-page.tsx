import { PrinterOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Empty } from '#web/kit/states.tsx';
import { Until, When } from '#web/kit/time.tsx';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { objecting } from '#web/messages/objecting.ts';
import { keptReceipt, type Receipt } from './receipt.ts';
import './document.css';

const route = getRouteApi('/open/notices/$publicityId/receipt');

/** The receipt of an objection that was just sent: to be kept or printed. */
export function ReceiptPage() {
  const tell = useTell();
  const { publicityId } = route.useParams();
  const [receipt] = useState(() => keptReceipt(publicityId));
  return (
    <Page
      title={tell(objecting.receipt)}
      width="reading"
      crumbs={[{ label: tell(notices.title), to: '/notices' }]}
      actions={
        receipt && (
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
            {tell(objecting.print)}
          </Button>
        )
      }
    >
      {receipt ? <Shown receipt={receipt} /> : <Empty title={objecting.gone} help={objecting.goneHelp} />}
      <p style={{ marginTop: 24 }} className="no-print">
        <LinkButton to="/notices/$publicityId" params={{ publicityId }}>
          {tell(objecting.backToNotice)}
        </LinkButton>
      </p>
    </Page>
  );
}

function Shown({ receipt }: { readonly receipt: Receipt }) {
  const tell = useTell();
  const isReceived = receipt.status === 'received';
  return (
    <section className="card stack">
      <h2>{tell(isReceived ? objecting.received : objecting.inadmissible)}</h2>
      <dl className="facts">
        <dt>{tell(objecting.number)}</dt>
        <dd className="figures">
          <strong>{receipt.objectionId}</strong>
        </dd>
        <dt>{tell(objecting.receivedAt)}</dt>
        <dd>
          <When at={receipt.receivedAt} />
        </dd>
        {isReceived && (
          <>
            <dt>{tell(objecting.admitBy)}</dt>
            <dd>
              <Until at={receipt.admitBy} />
            </dd>
          </>
        )}
        {receipt.reason && (
          <>
            <dt>{tell(objecting.reason)}</dt>
            <dd lang="zh-CN">{receipt.reason}</dd>
          </>
        )}
        <dt>{tell(objecting.next)}</dt>
        <dd>{tell(isReceived ? objecting.nextReceived : objecting.nextInadmissible)}</dd>
      </dl>
      <p className="official-notice">{tell(objecting.keep)}</p>
    </section>
  );
}
