import { PersonName } from '#web/kit/person-name.tsx';
import { useTell } from '#web/messages/language.tsx';
import { actorOf, type ShownEvent } from './events.ts';

/** Who acted. The record keeps an id only, which is the evidence; the name above it is today's. */
export function Actor({ event }: { readonly event: ShownEvent }) {
  const tell = useTell();
  const who = actorOf(event);
  return typeof who === 'string' ? <PersonName id={who} withId /> : tell(who);
}
