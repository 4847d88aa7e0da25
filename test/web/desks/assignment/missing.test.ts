import { expect, it } from 'vitest';
import { bareReason, missingByKind } from '#web/desks/assignment/missing.ts';

it('leaves the unit’s name out where it stands in the row', () => {
  expect(bareReason('甲社区：已交 3 份，应交 5 份。', '甲社区')).toBe('已交 3 份，应交 5 份。');
  expect(bareReason('甲社区: 3 of 5 sheets are in.', '甲社区')).toBe('3 of 5 sheets are in.');
  expect(bareReason('别的话', '甲社区')).toBe('别的话');
});

it('counts what is missing by kind, the most first', () => {
  const items = [{ missing: [{ path: 'site' }, { path: 'panel' }] }, { missing: [{ path: 'site' }] }, { missing: [] }];
  expect(missingByKind(items)).toEqual([
    ['site', 2],
    ['panel', 1],
  ]);
});
