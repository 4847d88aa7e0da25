import { describe, expect, it } from 'vitest';
import { isConflicted, isRecentSignIn } from '#domain/policies';
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

describe('a sign-in', () => {
  const now = '2026-05-12T10:00:00.000+08:00';
  it.each([
    ['of this moment', now, true],
    ['five minutes old', '2026-05-12T09:55:00.000+08:00', true],
    ['older than that', '2026-05-12T09:54:59.999+08:00', false],
    ['half a minute ahead, by another clock', '2026-05-12T10:00:30.000+08:00', true],
    ['of tomorrow', '2026-05-13T10:00:00.000+08:00', false],
    ['whose time no token tells', undefined, false],
  ])('%s: %s is recent: %s', (_, signedInAt, recent) => {
    expect(isRecentSignIn(signedInAt, now)).toBe(recent);
  });
});
