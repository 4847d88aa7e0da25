import { describe, expect, it } from 'vitest';
import { isConflicted } from '#domain/policies';
import { person } from '../support/world.ts';

describe('an officer', () => {
  const officer = {
    ...person('officer', { role: 'office', duties: ['check'] }),
    workplace: { organizationName: '示范(集团)公司', organizationId: 'unit' },
  };
  it.each([
    ['the unit where they work, by its id', { organizationId: 'unit' }, true],
    ['its name in other widths and brackets', { organizationId: 'other', organizationName: '示范〔集团〕公司' }, true],
    ['another unit', { organizationId: 'other', organizationName: '示范公司' }, false],
    ['a unit that is known by its id alone', { organizationId: 'other' }, false],
  ])('is bound in the case of %s: %s', (_, application, bound) => {
    expect(isConflicted(officer, application)).toBe(bound);
  });

  it('is bound where they speak for the unit, and nowhere without a workplace', () => {
    const speaker = person(
      'speaker',
      { role: 'office', duties: ['check'] },
      { role: 'applicant', organizationId: 'unit' },
    );
    expect(isConflicted(speaker, { organizationId: 'unit' })).toBe(true);
    expect(isConflicted(person('officer', { role: 'office', duties: ['check'] }), { organizationId: 'unit' })).toBe(
      false,
    );
    expect(isConflicted({ kind: 'system', process: 'relay' }, { organizationId: 'unit' })).toBe(false);
  });
});
