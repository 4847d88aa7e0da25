import { PrinterOutlined } from '@ant-design/icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { AnswerOf } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Show } from '#web/kit/states.tsx';
import { Countdown, shanghaiDay, useNow } from '#web/kit/time.tsx';
import { awards } from '#web/messages/awards.ts';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { DaysLeft } from './days-left.tsx';
import { NoticeEntries } from './notice-entries.tsx';
import { NoticePaper } from './notice-paper.tsx';
import './document.css';

const route = getRouteApi('/open/notices/$publicityId');

type Notice = AnswerOf<'get', '/public/notices/{publicityId}'>;

/** A notice as anybody reads it: the document, who is on the list, how long there is, how to object. */
export function NoticePage() {
  const tell = useTell();
  const { publicityId } = route.useParams();
  const read = useRead('/public/notices/{publicityId}', { publicityId });
  return (
    <div className="official-page">
      <Page
        title={read.data?.cycleTitle ?? tell(notices.document)}
        crumbs={[{ label: tell(notices.title), to: '/notices' }]}
        actions={
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
            {tell(notices.print)}
          </Button>
        }
      >
        <Show of={read}>{(notice) => <Whole notice={notice} />}</Show>
      </Page>
    </div>
  );
}

function Whole({ notice }: { readonly notice: Notice }) {
  return (
    <div className="stack">
      <div className="official-side narrow">
        <HowTo notice={notice} />
        <NoticePaper
          notice={notice.notice}
          counts={notice.counts}
          total={notice.total}
          basis={notice.basis}
          issuer={notice.issuer}
          window={notice}
          publishedAt={notice.publishedAt}
        />
      </div>
      <NoticeEntries notice={notice} />
    </div>
  );
}

/** How long there is and what can be done, or why nothing can. */
function HowTo({ notice }: { readonly notice: Notice }) {
  const tell = useTell();
  const { publicityId, endsAt, firstDay, lastDay, graceUntil, status, cycleId, supersededBy } = notice;
  const now = useNow();
  const isOpen = status === 'open' && now < Date.parse(endsAt);
  if (supersededBy) {
    return (
      <aside className="card no-print official-aside" aria-label={tell(notices.superseded)}>
        <h2>{tell(notices.superseded)}</h2>
        <p className="quiet" style={{ marginTop: 8 }}>
          {tell(notices.supersededHelp)}
        </p>
        <Link to="/notices/$publicityId" params={{ publicityId: supersededBy }}>
          {tell(notices.toSuperseding)}
        </Link>
      </aside>
    );
  }
  if (!isOpen) {
    return (
      <aside className="card no-print official-aside" aria-label={tell(notices.over)}>
        <h2>{tell(notices.over)}</h2>
        <p className="quiet" style={{ marginTop: 8 }}>
          {status === 'concluded'
            ? tell(notices.concluded)
            : tell(notices.overHelp(shanghaiDay(Date.parse(graceUntil) - 1)))}
        </p>
        {status === 'concluded' && (
          <Link to="/named/$cycleId" params={{ cycleId }}>
            {tell(awards.seeNamed)}
          </Link>
        )}
      </aside>
    );
  }
  return (
    <aside className="card no-print stack official-aside" aria-label={tell(notices.howTo)}>
      <h2>
        <DaysLeft firstDay={firstDay} lastDay={lastDay} />
      </h2>
      <p className="figures" style={{ margin: 0 }}>
        <Countdown to={endsAt} />
      </p>
      <p className="quiet" style={{ margin: 0 }}>
        {tell(notices.howToText)}
      </p>
      <LinkButton primary to="/notices/$publicityId/object" params={{ publicityId }}>
        {tell(notices.object)}
      </LinkButton>
    </aside>
  );
}
