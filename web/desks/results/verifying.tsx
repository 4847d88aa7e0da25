import { dossiers } from '#web/messages/dossiers.ts';
import { useTell } from '#web/messages/language.tsx';

/** How anybody proves a dossier, with the very command. */
export function Verifying({ fileName }: { readonly fileName: string }) {
  const tell = useTell();
  return (
    <section className="card" style={{ marginTop: 24 }} aria-labelledby="verify-title">
      <h2 id="verify-title">{tell(dossiers.verifyTitle)}</h2>
      <p>{tell(dossiers.verifyHelp)}</p>
      <pre
        className="scrolls"
        style={{
          background: 'var(--paper)',
          padding: 12,
          borderRadius: 6,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        npm run verify-dossier -- {fileName}
      </pre>
      <p className="quiet">{tell(dossiers.verifyOther)}</p>
    </section>
  );
}
