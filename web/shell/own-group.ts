import { type Actor, holds, type Role } from '#domain/people';
import { people } from '#web/messages/people.ts';
import type { Said } from '#web/messages/say.ts';
import { shell } from '#web/messages/shell.ts';

/** Of several roles the one with the most of the cycles' pages. */
const order: readonly Role[] = ['office', 'committee', 'supervisor', 'recommender', 'reviewer'];

/** What the pages of the cycles, units and standards stand under: the name of the role by which somebody sees them. */
export function ownGroup(actor: Actor): Said {
  const role = order.find((each) => holds(actor, each));
  return role === undefined || role === 'office' ? shell.officeGroup : people.role[role];
}
