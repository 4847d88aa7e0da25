import type { Draft } from '#web/drafts/draft.ts';
import { differing, type Fields, same } from '#web/drafts/fields.ts';
import { pathOf } from './form-draft.ts';

/** Whom the unit named when it registered, by the form's own paths. */
export const contactFields = ({ name, phone }: { readonly name: string; readonly phone: string }): Fields => ({
  [pathOf('contactName')]: name,
  [pathOf('contactPhone')]: phone,
});

/** What a form that nobody has written in yet is given to begin with; nothing that is written is replaced. */
export function offeredTo({ base, mine }: Pick<Draft, 'base' | 'mine'>, contact: Fields): Fields {
  const isNew = differing(base.fields, {}).length === 0;
  const isEmpty = Object.keys(contact).every((path) => same(mine[path], ''));
  return isNew && isEmpty ? contact : {};
}
