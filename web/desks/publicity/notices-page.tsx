import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ItemOf, usePages } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Trouble, Waiting } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { useNow } from '#web/kit/time.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { notices } from '#web/messages/notices.ts';
import { DaysLeft } from './days-left.tsx';
import './document.css';

type Notice = ItemOf<'/public/notices'>;

/** Every notice that was published, those that run first. */
export function NoticesPage() {
  const tell = useTell();
  const read = usePages('/public/notices', {});
  const now = useNow();
  const all = read.data?.pages.flatMap(({ items }) => items);
  const isOpen = ({ status, endsAt }: Notice): boolean => status === 'open' && Date.parse(endsAt ?? '') > now;
  return (
    <Page title={tell(notices.title)} width="reading">
      <p className="quiet">{tell(notices.lead)}</p>
      {!all && (read.error ? <Trouble error={read.error} retry={() => read.refetch()} /> : <Waiting />)}
      {all?.length === 0 && <Empty title={notices.none} help={notices.noneHelp} />}
      {all && (
        <div className="stack">
          <Section title={tell(notices.running)} items={all.filter(isOpen)} open />
          <Section title={tell(notices.earlier)} items={all.filter((notice) => !isOpen(notice))} />
          {read.hasNextPage && (
            <Button loading={read.isFetchingNextPage} onClick={() => read.fetchNextPage()}>
              {tell(kit.loadMore)}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}

type SectionProps = { readonly title: string; readonly items: readonly Notice[]; readonly open?: boolean };

function Section({ title, items, open = false }: SectionProps) {
  const tell = useTell();
  if (items.length === 0) return null;
  return (
    <section className="stack" aria-label={title} style={{ gap: 12 }}>
      <h2>{title}</h2>
      {items.map(({ publicityId, title: name, kind, status, firstDay, lastDay, total }) => (
        <div key={publicityId} className="card">
          <h3 className="serif" style={{ fontSize: 17 }}>
            <Link to="/notices/$publicityId" params={{ publicityId }}>
              {name}
            </Link>
          </h3>
          <p className="row quiet" style={{ margin: '4px 0 0' }}>
            {!open && <Status state={status === 'open' ? 'expired' : status} />}
            {kind === 'supplementary' && <span>{tell(notices.supplementary)}</span>}
            {firstDay && lastDay && <span className="figures">{tell(notices.window(firstDay, lastDay))}</span>}
            <span className="figures">{tell(notices.entries(total))}</span>
            {open && firstDay && lastDay && (
              <strong style={{ color: 'var(--ink)' }}>
                <DaysLeft firstDay={firstDay} lastDay={lastDay} />
              </strong>
            )}
          </p>
        </div>
      ))}
    </section>
  );
}
