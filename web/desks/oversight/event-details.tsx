import { PersonName } from '#web/kit/person-name.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { oversight } from '#web/messages/oversight.ts';
import { detailsOf, type ShownEvent } from './events.ts';

/** Details that are a person's id. */
const people: readonly string[] = ['personId', 'reviewerId'];

/** What an event carries: its codes and counts, and the hashes that seal it. */
export function EventDetails({ event }: { readonly event: ShownEvent }) {
  const tell = useTell();
  const { language } = useLanguage();
  const details = detailsOf(event, language);
  return (
    <dl className="oversight-details">
      {details.map(({ name, label, value }) => (
        <div key={name}>
          <dt>{label ? tell(label) : <code>{name}</code>}</dt>
          <dd className="figures">{people.includes(name) ? <PersonName id={value} withId /> : value}</dd>
        </div>
      ))}
      <div>
        <dt>{tell(oversight.requestId)}</dt>
        <dd className="figures">{event.requestId}</dd>
      </div>
      <div>
        <dt>{tell(oversight.previous)}</dt>
        <dd>
          <code>{event.previousHash}</code>
        </dd>
      </div>
      <div>
        <dt>{tell(oversight.hash)}</dt>
        <dd>
          <code>{event.hash}</code>
        </dd>
      </div>
    </dl>
  );
}
