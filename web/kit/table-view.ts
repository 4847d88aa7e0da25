import type { View } from './table-types.ts';

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('~', '%7E');
const plain = (text: string): string => text.replaceAll('%7E', '~').replaceAll('%25', '%');

/**
 * A view as a link carries it: `applications~down:since~hide:area~has:unit:学校`, the table's name first. Of the
 * columns it says what is other than usual.
 */
export function encodeView(name: string, { sort, filters, hidden }: View, usuallyHidden: readonly string[]): string {
  return [
    name,
    ...(sort ? [`${sort.descending ? 'down' : 'up'}:${sort.id}`] : []),
    ...hidden.filter((id) => !usuallyHidden.includes(id)).map((id) => `hide:${id}`),
    ...usuallyHidden.filter((id) => !hidden.includes(id)).map((id) => `show:${id}`),
    ...Object.entries(filters).map(([id, text]) => `has:${id}:${escaped(text)}`),
  ].join('~');
}

/** The view that a link carries for the table of that name; a part that means nothing is passed over. */
export function decodeView(name: string, text: unknown, usuallyHidden: readonly string[]): View | undefined {
  if (typeof text !== 'string') return undefined;
  const [named, ...parts] = text.split('~');
  if (named !== name) return undefined;
  return parts.reduce<View>(takePart, { filters: {}, hidden: usuallyHidden });
}

function takePart(view: View, part: string): View {
  const [kind, id = '', ...rest] = part.split(':');
  if (id === '') return view;
  if (kind === 'up' || kind === 'down') return { ...view, sort: { id, descending: kind === 'down' } };
  if (kind === 'hide') return { ...view, hidden: [...view.hidden, id] };
  if (kind === 'show') return { ...view, hidden: view.hidden.filter((each) => each !== id) };
  if (kind === 'has') return { ...view, filters: { ...view.filters, [id]: plain(rest.join(':')) } };
  return view;
}
