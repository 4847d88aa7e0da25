import { expect, it } from 'vitest';
import { forgetReason, keepReason, reasonLeft } from '#web/drafts/reason.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

it('gives a reason back to who wrote it, in the dialog it was for, until it has served', () => {
  const store = memory();
  const at = { personId: 'wang', dialog: '/publicities/1 退回' };
  expect(reasonLeft(at, store)).toBe('');
  keepReason({ ...at, text: '第二段有误。' }, store);
  expect(reasonLeft(at, store)).toBe('第二段有误。');
  expect(reasonLeft({ ...at, personId: 'li' }, store)).toBe('');
  expect(reasonLeft({ ...at, dialog: '/publicities/2 退回' }, store)).toBe('');
  forgetReason(store);
  expect(reasonLeft(at, store)).toBe('');
});
