import { useRead } from '#web/api/queries.ts';
import { useTell } from '#web/messages/language.tsx';
import { actorOf, type ShownEvent } from './events.ts';

/** Who acted. The record keeps an id only; the name beside it is today's, where the id is among those known. */
export function Actor({ event }: { readonly event: ShownEvent }) {
  const tell = useTell();
  const people = useRead('/people', { limit: 200 });
  const who = actorOf(event);
  if (typeof who !== 'string') return tell(who);
  const name = people.data?.items.find(({ personId }) => personId === who)?.name;
  return (
    <span className="figures" title={who}>
      {name ?? who}
    </span>
  );
}
