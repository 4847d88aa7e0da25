import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConflictRules, conflictsOf, conflictTable, type Reviewed, type Reviewing } from '#domain/conflicts';

const rules: ConflictRules = { windows: { opensAt: '2026-03-02T09:00:00.000+08:00' } };
const all: ConflictRules = { ...rules, avoidSameArea: true, avoidSameMailDomain: true, avoidSameRecommender: true };

const expert: Reviewing['reviewer'] = {
  reviewerId: 'expert',
  name: '陈明',
  organizationName: '示范(集团)公司',
  organizationCode: '11310105MB0000019K',
  areaIds: ['brook'],
  recommender: '总工会',
  thirdParty: { name: '求是评估事务所', creditCode: '51310105MJ0000018T' },
  formerOrganizations: [
    { name: '旧日学校', creditCode: '12310105MB00000A24', until: '2023-03-03' },
    { name: '更早的工厂', until: '2023-03-02' },
    { name: '不知何时的商店' },
  ],
  conflicts: [],
};
const reviewing: Reviewing = {
  reviewer: expert,
  person: { username: 'chen', email: 'chen@mail.example.edu.cn', grants: [] },
  localAreas: ['brook', 'yunjin'],
};
const unit = { organizationId: 'unit', organizationName: '别家公司', areaId: 'songling', recommender: '经信局' };

type Changes = Partial<typeof unit> & Omit<Partial<Reviewed>, 'application'>;
const reviewedAs = ({
  organization,
  localAreas,
  representative,
  representativeProfile,
  avoidances,
  ...changes
}: Changes) =>
  ({
    application: { ...unit, ...changes },
    organization: organization ?? {},
    localAreas: localAreas ?? [],
    representative,
    representativeProfile,
    avoidances: avoidances ?? [],
  }) satisfies Reviewed;

const avoidance = {
  expertName: '陈明',
  expertOrganization: '示范（集团）公司',
  reason: '有过纠纷',
  status: 'filed' as const,
};

describe('conflicts of interest', () => {
  const cases: [string, Changes, ConflictRules, string[]][] = [
    ['nothing that binds them', {}, all, []],
    [
      'the same credit code',
      { organization: { creditCode: '11310105MB0000019K' } },
      rules,
      ['same-organization: 11310105MB0000019K'],
    ],
    [
      'the same name in other brackets and widths',
      { organizationName: '示范〔集团〕公司' },
      rules,
      ['same-organization: 示范(集团)公司'],
    ],
    ['a name that only begins alike', { organizationName: '示范(集团)公司工会' }, rules, []],
    [
      'a unit left a day less than three years ago',
      { organizationName: '旧日学校' },
      rules,
      ['former-organization: 旧日学校'],
    ],
    [
      'its code, whatever it is called now',
      { organizationName: '新名学校', organization: { creditCode: '12310105MB00000A24' } },
      rules,
      ['former-organization: 12310105MB00000A24'],
    ],
    ['a unit left three years ago to the day', { organizationName: '更早的工厂' }, rules, []],
    [
      'the same where the cycle counts four',
      { organizationName: '更早的工厂' },
      { ...rules, formerEmploymentYears: 4 },
      ['former-organization: 更早的工厂'],
    ],
    [
      'a unit left nobody knows when',
      { organizationName: '不知何时的商店' },
      rules,
      ['former-organization: 不知何时的商店'],
    ],
    [
      'a former unit where the cycle counts none',
      { organizationName: '旧日学校' },
      { ...rules, formerEmploymentYears: 0 },
      [],
    ],
    [
      'a colleague who speaks for the unit',
      {
        representativeProfile: {
          organizationName: '研究所',
          formerOrganizations: [{ name: '旧日学校', until: '2024-01-01' }],
        },
      },
      rules,
      ['co-employment: 旧日学校'],
    ],
    ['a colleague of long ago', { representativeProfile: { organizationName: '更早的工厂' } }, rules, []],
    ['having registered the unit', { organization: { registeredBy: 'expert' } }, rules, ['speaks-for: registered it']],
    [
      'the firm that is the unit',
      { organization: { creditCode: '51310105MJ0000018T' } },
      rules,
      ['third-party: 51310105MJ0000018T'],
    ],
    [
      'the firm that advised it',
      { organization: { advisers: [{ name: '求是评估事务所' }] } },
      rules,
      ['third-party: 求是评估事务所'],
    ],
    [
      'an employer that advised it',
      { organization: { advisers: [{ name: '示范(集团)公司' }] } },
      rules,
      ['third-party: 示范(集团)公司'],
    ],
    ['the same street, which by default does not bind', { areaId: 'yunjin', localAreas: ['yunjin'] }, rules, []],
    ['the street above their community', { areaId: 'yunjin', localAreas: ['yunjin'] }, all, ['same-area: yunjin']],
    [
      'another community of their street',
      { areaId: 'hill', localAreas: ['hill', 'yunjin'] },
      all,
      ['same-area: yunjin'],
    ],
    ['their own area, be it in no tree', { areaId: 'brook' }, all, ['same-area: brook']],
    ['the department that they work for', { recommender: '总工会' }, all, ['same-recommender: 总工会']],
    ['the same department, which by default does not bind', { recommender: '总工会' }, rules, []],
    [
      'an address of one institution',
      { representative: { email: 'wang@example.edu.cn' } },
      all,
      ['same-mail-domain: example.edu.cn'],
    ],
    ['the same, which by default does not bind', { representative: { email: 'wang@example.edu.cn' } }, rules, []],
    [
      'a user name that is an address',
      { representative: { username: 'wang@cs.example.edu.cn' } },
      all,
      ['same-mail-domain: example.edu.cn'],
    ],
    ['what the applicant asked', { avoidances: [avoidance] }, rules, ['avoidance: 有过纠纷']],
    [
      'what it asked under a former unit',
      { avoidances: [{ ...avoidance, expertOrganization: '更早的工厂' }] },
      rules,
      ['avoidance: 有过纠纷'],
    ],
    ['a namesake elsewhere', { avoidances: [{ ...avoidance, expertOrganization: '别处' }] }, rules, []],
    ['what the office refused', { avoidances: [{ ...avoidance, status: 'refused' }] }, rules, []],
    ['what the applicant took back', { avoidances: [{ ...avoidance, status: 'withdrawn' }] }, rules, []],
  ];
  it.each(cases)('follow from %s', (_, changes, setting, expected) => {
    const found = conflictsOf(reviewing, reviewedAs(changes), setting);
    expect(found.map(({ source, why }) => `${source}: ${why}`)).toEqual(expected);
  });

  it('follow from what was declared or set about this unit, and only about this one', () => {
    const conflicts = [
      { organizationId: 'unit', source: 'declared' as const, reason: '亲属' },
      { organizationId: 'unit', source: 'keep-apart' as const, reason: '同一推荐人' },
      { organizationId: 'other', source: 'declared' as const, reason: '顾问' },
      { organizationName: '别家（集团）公司', source: 'declared' as const, reason: '别的单位' },
      { organizationName: '別家公司 ', source: 'declared' as const, reason: '字形不同' },
      { organizationName: '别家公司 ', source: 'declared' as const, reason: '配偶任职' },
      { creditCode: '11310105MB0000019K', source: 'declared' as const, reason: '曾任顾问' },
    ];
    const organization = { creditCode: '11310105MB0000019K' };
    const { organizationCode: _, ...uncoded } = expert;
    const found = conflictsOf({ reviewer: { ...uncoded, conflicts } }, reviewedAs({ organization }), rules);
    expect(found).toEqual([
      { source: 'declared', why: '亲属' },
      { source: 'keep-apart', why: '同一推荐人' },
      { source: 'declared', why: '曾任顾问' },
      { source: 'declared', why: '配偶任职' },
    ]);
  });

  it('follow from the roles that the person holds', () => {
    const grants = [
      { role: 'applicant' as const, organizationId: 'unit' },
      { role: 'recommender' as const, department: '经信局', categoryIds: ['enterprise'] },
    ];
    const both = { ...reviewing, person: { grants } };
    expect(conflictsOf(both, reviewedAs({}), all).map(({ source }) => source)).toEqual([
      'speaks-for',
      'same-recommender',
    ]);
    expect(conflictsOf(both, reviewedAs({ organizationId: 'other' }), rules)).toEqual([]);
  });

  const full = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
  const other = { '(': '〔', ')': '〕' } as const;
  const spellings = [
    (text: string) => text,
    full,
    (text: string) => text.replace(/[()]/g, (bracket) => other[bracket as '(']),
    (text: string) => ` ${text}\u200b`,
  ];
  const name = fc.stringMatching(/^[一-龥A-Za-z0-9()]{2,12}$/);
  const spelling = fc.constantFrom(...spellings);

  it('do not depend on how a name is spelt, nor on whose side it is spelt so', () => {
    fc.assert(
      fc.property(name, name, spelling, spelling, (employer, applicant, left, right) => {
        const sources = (expertWrites: string, unitWrites: string) =>
          conflictsOf(
            { reviewer: { ...expert, organizationName: expertWrites } },
            reviewedAs({
              organizationName: unitWrites,
              avoidances: [{ ...avoidance, expertOrganization: unitWrites }],
            }),
            all,
          ).map(({ source }) => source);
        expect(sources(left(employer), right(applicant))).toEqual(sources(employer, applicant));
        expect(sources(left(employer), right(employer))).toEqual(['same-organization', 'avoidance']);
        expect(sources(left(employer), right(applicant))).toEqual(sources(right(applicant), left(employer)));
      }),
      { numRuns: 300 },
    );
  });

  it('of a whole pool are those of each expert alone', () => {
    const some = fc.constantFrom('甲', '乙', '丙', '丁');
    const pool = fc.array(fc.record({ employer: some, former: some, firm: some, area: some }), { maxLength: 8 });
    fc.assert(
      fc.property(pool, some, some, some, (entries, organizationName, areaId, recommender) => {
        const experts = entries.map(
          ({ employer, former, firm, area }, at): Reviewing => ({
            reviewer: {
              ...expert,
              reviewerId: `expert-${at}`,
              organizationName: employer,
              formerOrganizations: [{ name: former }],
              thirdParty: { name: firm },
              areaIds: [area],
              recommender: firm,
            },
          }),
        );
        const reviewed = reviewedAs({ organizationName, areaId, recommender });
        const table = conflictTable(experts, all)(reviewed);
        expect(experts.map(({ reviewer }) => table.get(reviewer.reviewerId) ?? [])).toEqual(
          experts.map((each) => conflictsOf(each, reviewed, all)),
        );
      }),
      { numRuns: 200 },
    );
  });
});
