import { describe, expect, it } from 'vitest';
import { barsFromCategory, barsFromCycle, checkExpert, employerKey, loadLimit } from '#domain/experts';
import type { Invitation } from '#domain/invitations';
import type { Reviewer } from '#domain/reviews';
import { cycle } from '../support/season-fixture.ts';

const reviewer: Reviewer = {
  reviewerId: 'a',
  name: '陈明(大)',
  organizationName: '示范(集团)公司',
  organizationCode: '11310105MB0000019K',
  categoryIds: ['enterprise'],
  areaIds: [],
  expertise: [],
  maximumLoad: 10,
  available: true,
  conflicts: [],
};
const { organizationCode: _, ...uncoded } = reviewer;

describe('an entry of the pool', () => {
  it.each<[string, Partial<Reviewer>, string[]]>([
    ['another person', { name: '王梅' }, []],
    ['a namesake of another unit', { organizationName: '别家', organizationCode: '51310105MJ0000018T' }, []],
    [
      'the same person in other widths and brackets',
      { name: '陈明〔大〕', organizationName: '示范［集团］公司' },
      ['name DuplicateExpert'],
    ],
    [
      'the same person under another unit name of that code',
      { organizationName: '别家' },
      ['name DuplicateExpert', 'organizationCode CodeOfAnotherUnit'],
    ],
    ['a colleague whose unit is written otherwise', { name: '王梅', organizationName: '示范〔集团〕公司' }, []],
    [
      'a colleague by code of a unit with another name',
      { name: '王梅', organizationName: '别家' },
      ['organizationCode CodeOfAnotherUnit'],
    ],
  ])('beside %s', (_case, changes, expected) => {
    const problems = checkExpert({ ...reviewer, reviewerId: 'b', ...changes }, [reviewer]);
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });

  it('is no double of itself, and is one of an uncoded entry with the same names', () => {
    expect(checkExpert(reviewer, [reviewer])).toEqual([]);
    expect(checkExpert({ ...uncoded, reviewerId: 'b' }, [reviewer]).map(({ path }) => path)).toEqual(['name']);
  });

  it('names the unit that a code belongs to', () => {
    const [problem] = checkExpert({ ...reviewer, reviewerId: 'b', name: '王梅', organizationName: '别家' }, [reviewer]);
    expect(problem?.zh).toContain('示范(集团)公司');
    expect(problem?.en).toContain('示范(集团)公司');
  });

  it('stands with its colleagues under one key', () => {
    expect(employerKey(reviewer)).toBe('11310105MB0000019K');
    expect(employerKey({ organizationName: '示范〔集团〕公司' })).toBe(
      employerKey({ organizationName: '示范（集团）公司' }),
    );
  });
});

describe('who may be drawn in a cycle', () => {
  const invitedOnly = { ...cycle, invitedOnly: true };
  const invitation = (status: Invitation['status'], maximumLoad?: number) => ({
    status,
    ...(maximumLoad !== undefined && { maximumLoad }),
  });
  it.each<[string, Partial<Reviewer>, ReturnType<typeof invitation> | undefined, typeof cycle, string[]]>([
    ['anybody available', {}, undefined, cycle, []],
    ['not who is away', { available: false }, undefined, cycle, ['Unavailable']],
    [
      'who is free for the last term of the round',
      { availableFrom: '2026-08-26', availableUntil: '2026-08-31' },
      undefined,
      cycle,
      [],
    ],
    ['not who comes a day too late', { availableFrom: '2026-08-27' }, undefined, cycle, ['Away']],
    ['not who leaves a day too early', { availableUntil: '2026-08-30' }, undefined, cycle, ['Away']],
    ['not who may take nothing', { maximumLoad: 0 }, undefined, cycle, ['NoLoad']],
    ['not who takes nothing in this cycle', {}, invitation('accepted', 0), cycle, ['NoLoad']],
    ['not who declined, invitation needed or not', {}, invitation('declined'), cycle, ['Declined']],
    ['who has not answered, where none is needed', {}, invitation('invited'), cycle, []],
    ['not who was not invited, where that is needed', {}, undefined, invitedOnly, ['NotInvited']],
    ['not who has not answered, where that is needed', {}, invitation('invited'), invitedOnly, ['NotAnswered']],
    ['not whose invitation was withdrawn', {}, invitation('withdrawn'), invitedOnly, ['Withdrawn']],
    ['who accepted', {}, invitation('accepted'), invitedOnly, []],
  ])('%s', (_case, changes, answer, plan, codes) => {
    expect(barsFromCycle({ ...reviewer, ...changes }, answer, plan).map(({ code }) => code)).toEqual(codes);
  });

  it('only for categories of their own; none named means all', () => {
    expect(barsFromCategory(reviewer, 'school').map(({ code }) => code)).toEqual(['OtherCategories']);
    expect(barsFromCategory({ categoryIds: [] }, 'school')).toEqual([]);
  });

  it('up to the lower one of the two limits', () => {
    expect([undefined, { maximumLoad: 3 }, { maximumLoad: 30 }].map((own) => loadLimit(reviewer, own))).toEqual([
      10, 3, 10,
    ]);
  });
});
