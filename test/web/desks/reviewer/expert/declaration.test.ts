import { expect, it } from 'vitest';
import { declarationOf, fieldFor, inputOf } from '#web/desks/reviewer/expert/declaration.ts';
import type { Expert } from '#web/desks/reviewer/expert-page.tsx';

const expert: Expert = {
  reviewerId: 'person-1',
  name: '赵',
  organizationName: '学院',
  categoryIds: [],
  areaIds: [],
  expertise: [],
  maximumLoad: 8,
  available: true,
  availableFrom: '2026-06-01',
  conflicts: [
    { source: 'declared', organizationId: 'organization-9', reason: '亲属' },
    { source: 'declared', organizationName: '甲厂', reason: '曾任顾问' },
    { source: 'keep-apart', organizationName: '乙厂', reason: '学习办' },
  ],
  version: 4,
};

it('shows what the expert can change and sends the rest of the declaration as it was', () => {
  const shown = declarationOf(expert);
  expect(shown.units).toEqual([{ organizationName: '甲厂', reason: '曾任顾问' }]);
  expect(
    inputOf(expert, { ...shown, units: [{ creditCode: ' 91abc ', organizationName: ' ', reason: ' 同事 ' }] }),
  ).toEqual({
    reviewerId: 'person-1',
    version: 4,
    available: true,
    availableFrom: '2026-06-01',
    conflicts: [
      { organizationId: 'organization-9', reason: '亲属' },
      { creditCode: '91ABC', reason: '同事' },
    ],
  });
});

it('finds the field of a problem behind those that the form does not show', () => {
  expect(fieldFor(expert, 'conflicts.1.creditCode')).toEqual(['units', 0, 'creditCode']);
  expect(fieldFor(expert, 'availableUntil')).toEqual(['until']);
  expect(fieldFor(expert, 'version')).toBeUndefined();
});
