import { expect, it } from 'vitest';
import { entryLeft, forgetEntry, keepEntry } from '#web/drafts/kept-entry.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('gives what was typed back to who typed it, in the dialog it was for, until it has served', () => {
  const store = memory();
  const at = { personId: 'wang', dialog: '/publicities/1 退回' };
  expect(entryLeft(at, store)).toBeUndefined();
  keepEntry({ ...at, values: { reason: '第二段有误。', days: [3, null] } }, store);
  expect(entryLeft(at, store)).toEqual({ reason: '第二段有误。', days: [3, null] });
  expect(entryLeft({ ...at, personId: 'li' }, store)).toBeUndefined();
  expect(entryLeft({ ...at, dialog: '/publicities/2 退回' }, store)).toBeUndefined();
  forgetEntry(store);
  expect(entryLeft(at, store)).toBeUndefined();
});
