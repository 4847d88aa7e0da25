import { DownloadOutlined } from '@ant-design/icons';
import { useParams } from '@tanstack/react-router';
import { useRead } from '#web/api/queries.ts';
import { Page } from '#web/kit/page.tsx';
import { sizeText } from '#web/kit/size.ts';
import { Empty, Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { dossiers } from '#web/messages/dossiers.ts';
import { useTell } from '#web/messages/language.tsx';
import { Verifying } from './verifying.tsx';
import './results.css';

/** The published dossiers of one cycle, for everybody, and how to verify them. */
export function PublishedPage() {
  const tell = useTell();
  const { cycleId = '' } = useParams({ strict: false });
  const published = useRead('/public/dossiers/{cycleId}', { cycleId });
  return (
    <Show of={published}>
      {({ items }) => (
        <Page
          title={items[0]?.title ?? tell(dossiers.publicTitle)}
          crumbs={[{ label: tell(dossiers.publicTitle), to: '/published-dossiers' }]}
          width="reading"
        >
          <p className="quiet">{tell(dossiers.publicHelp)}</p>
          {items.length === 0 ? (
            <Empty title={dossiers.publicNone} help={dossiers.publicNoneHelp} />
          ) : (
            <div className="stack">
              {items.map(({ number, url, fileName, size, lines, root, publishedAt }) => (
                <section key={number} className="card" aria-label={tell(dossiers.number(number))}>
                  <div className="row spread">
                    <h2>{tell(dossiers.number(number))}</h2>
                    {publishedAt && (
                      <span className="quiet">
                        {tell(dossiers.publishedAt)} <When at={publishedAt} />
                      </span>
                    )}
                  </div>
                  <p className="figures">
                    {sizeText(size)} · {tell(dossiers.lineCount(lines))}
                  </p>
                  <p>
                    {tell(dossiers.root)} <code style={{ overflowWrap: 'anywhere' }}>{root}</code>
                  </p>
                  <a href={url} download={fileName} aria-label={tell(dossiers.downloadOf(number))}>
                    <DownloadOutlined aria-hidden /> {tell(dossiers.download)} {fileName}
                  </a>
                </section>
              ))}
            </div>
          )}
          <Verifying fileName={items[0]?.fileName ?? 'dossier.ndjson.gz'} />
        </Page>
      )}
    </Show>
  );
}
