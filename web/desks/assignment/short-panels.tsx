import type { Panel } from '#domain/reviews';
import { useNames } from '#web/api/names.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Empty } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { progress as m } from '#web/messages/progress.ts';

type Named = { readonly applicationId: string; readonly organizationName: string; readonly categoryId: string };
type Props = { readonly items: readonly Panel[]; readonly states: readonly Named[] };

/** Panels with a seat that nobody could take; each is made good on the page of its case. */
export function ShortPanels({ items, states }: Props) {
  const tell = useTell();
  const names = useNames();
  if (items.length === 0) return <Empty title={m.noShort} help={m.noShortHelp} />;
  const nameOf = new Map(states.map((each) => [each.applicationId, each]));
  return (
    <div className="stack reading">
      <p className="quiet">{tell(m.shortHelp)}</p>
      {items.map(({ applicationId, members, size }) => (
        <article key={applicationId} className="card row spread">
          <div>
            <h2>{nameOf.get(applicationId)?.organizationName ?? applicationId}</h2>
            <span className="quiet figures">
              {names.category(nameOf.get(applicationId)?.categoryId ?? '')} {tell(m.seatsOf(members.length, size))}
            </span>
          </div>
          <LinkButton to="/cases/$applicationId/review" params={{ applicationId }}>
            {tell(m.fill)}
          </LinkButton>
        </article>
      ))}
    </div>
  );
}
