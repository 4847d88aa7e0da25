import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import type { Difference } from './differences.ts';
import './document.css';

function wordsOf(of: Difference): Said {
  const { organizationName: name } = of.line;
  if (of.kind === 'renamed') return decisions.renamed(of.before, name);
  if (of.kind === 'moved') return decisions.moved(name, of.from, of.to);
  return of.kind === 'added' ? decisions.added(name) : decisions.removed(name);
}

type ChangesProps = { readonly title: Said; readonly items: readonly Difference[] };

/** What changed since last time, or that nothing did. */
export function Changes({ title, items }: ChangesProps) {
  const tell = useTell();
  return (
    <section className="card" aria-label={tell(title)}>
      <h2 style={{ marginBottom: 8 }}>{tell(title)}</h2>
      {items.length === 0 ? (
        <p style={{ margin: 0 }}>{tell(decisions.noChanges)}</p>
      ) : (
        <ul className="official-changes">
          {items.map((item) => (
            <li key={`${item.kind}/${item.line.applicationId}`}>{tell(wordsOf(item))}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
