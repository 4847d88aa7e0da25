import { useTell } from '#web/messages/language.tsx';
import { actorOf, type ShownEvent } from './events.ts';

/** Who acted, by the id that the record keeps. */
export function Actor({ event }: { readonly event: ShownEvent }) {
  const tell = useTell();
  const who = actorOf(event);
  return <span className="figures">{typeof who === 'string' ? who : tell(who)}</span>;
}
