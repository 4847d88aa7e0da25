import { expect, it } from 'vitest';
import { fieldLabel } from '#web/kit/field-label.ts';

it('calls a field by its label, never by its code', () => {
  expect(fieldLabel('until')?.zh).toBe('期限');
  expect(fieldLabel('target.reason')?.zh).toBe('理由');
  expect(fieldLabel('rows.3.账号')?.zh).toBe('第 3 行 账号');
  expect(fieldLabel('rows.3')?.en).toBe('Row 3');
  for (const code of ['', 'applications.a1.panel', 'toString', 'leaveOut.2']) expect(fieldLabel(code)).toBeUndefined();
});
