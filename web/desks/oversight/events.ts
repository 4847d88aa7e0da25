import type { AuditEvent } from '#domain/audit';
import { wordOf } from '#domain/state-words';
import { oversight } from '#web/messages/oversight.ts';
import type { Language, Said } from '#web/messages/say.ts';

export type ShownEvent = AuditEvent & { readonly zh: string; readonly en: string };

type Named = Readonly<Record<string, Said>>;
const fields: Named = oversight.fields;
const kinds: Named = oversight.kinds;

/** `cycle/abc` → `cycle`; the rest is the number. */
export function partsOf(chainId: string): { readonly kind: Said | undefined; readonly name: string } {
  const slash = chainId.indexOf('/');
  return { kind: kinds[chainId.slice(0, slash)], name: chainId.slice(slash + 1) };
}

/** Who acted, as the record keeps it: an id, the system, or anybody. */
export const actorOf = ({ actor }: ShownEvent): Said | string =>
  actor.kind === 'system' ? oversight.system : actor.kind === 'public' ? oversight.public : actor.id;

/** The ids of the people who acted. */
export const peopleIn = (events: readonly ShownEvent[]): string[] =>
  events.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : []));

type Detail = { readonly name: string; readonly label: Said | undefined; readonly value: string };

const states = ['from', 'to', 'status'];

/** An expert takes a seat; an application is taken in: the same code, two words. */
const isOfSeat = (chainId: string): boolean => chainId.startsWith('assignment/');

/** The codes and counts of an event, with the office's names for them where there are any. */
export const detailsOf = ({ chainId, details }: ShownEvent, language: Language): Detail[] =>
  Object.entries(details).map(([name, value]) => ({
    name,
    label: fields[name],
    value: Array.isArray(value)
      ? value.join(language === 'zh' ? '、' : ', ')
      : states.includes(name)
        ? wordOf(isOfSeat(chainId) ? 'seat' : 'state', String(value), language)
        : String(value),
  }));

/** Whether an event has the words somewhere: its act in either language, who did it (`name`), its chain, its details. */
export function fits(event: ShownEvent, filter: string, name = ''): boolean {
  const words = filter.trim().toLowerCase().split(/\s+/);
  const text = [event.zh, event.en, event.action, name, event.actor.id, event.chainId, JSON.stringify(event.details)]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
