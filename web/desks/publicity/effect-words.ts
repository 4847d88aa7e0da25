import { objections } from '#web/messages/objections.ts';

export const effectWords = {
  none: objections.none,
  remove: objections.remove,
  amend: objections.amend,
  add: objections.add,
} as const;
