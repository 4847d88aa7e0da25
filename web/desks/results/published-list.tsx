import { Link } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { Empty, Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { dossiers } from '#web/messages/dossiers.ts';
import { useTell } from '#web/messages/language.tsx';

/** The cycles whose selection anybody can recompute, for everybody. */
export function PublishedListPage() {
  const tell = useTell();
  const published = useRead('/public/dossiers', {});
  return (
    <Page title={tell(dossiers.publicTitle)} width="reading">
      <p className="quiet">{tell(dossiers.publicHelp)}</p>
      <Show of={published}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={dossiers.publicNone} help={dossiers.publicNoneHelp} />
          ) : (
            <ul className="stack" style={{ listStyle: 'none', padding: 0 }}>
              {items.map(({ cycleId, title, issuer, publishedAt }) => (
                <li key={cycleId} className="card">
                  <h2>
                    <Link to="/published-dossiers/$cycleId" params={{ cycleId }}>
                      {title}
                    </Link>
                  </h2>
                  <p className="quiet" style={{ margin: 0 }}>
                    {issuer} · {tell(dossiers.newest)} <When at={publishedAt} />
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </Page>
  );
}
