import { describe, expect, it } from 'vitest';
import type { Grant } from '#domain/people';
import { grantsOfRoles, grantWords, losesAdministration, rolesOf } from '#web/desks/office/people/grants.ts';
import { told } from '#web/messages/say.ts';

const grants: Grant[] = [
  { role: 'office', duties: ['administer', 'check'] },
  { role: 'supervisor' },
  { role: 'recommender', department: '教委', categoryIds: ['school'], areaIds: ['street-1'] },
  { role: 'recommender', department: '妇联', categoryIds: ['family'] },
];

describe('the roles of a person', () => {
  it('come back from the form as they were', () => {
    expect(grantsOfRoles(rolesOf(grants))).toEqual(grants);
    expect(grantsOfRoles(rolesOf([{ role: 'applicant', organizationId: 'o' }]))).toEqual([]);
  });

  it('are told in words with their scope', () => {
    const names = { category: (id: string) => (id === 'school' ? '学校' : id), area: () => '云锦街道' };
    const words = grants.map((grant) =>
      grantWords(grant, (said, ...values) => told(said, 'zh', ...values), names, '、'),
    );
    expect(words.slice(0, 3)).toEqual(['学习办（管理、审查复核）', '督导', '推荐单位（教委 · 学校、云锦街道）']);
  });

  it('warn only whoever takes their own administration away', () => {
    const before = rolesOf(grants);
    const after = { ...before, duties: ['check' as const] };
    expect(losesAdministration(true, before, after)).toBe(true);
    expect(losesAdministration(true, before, { ...before, isOffice: false })).toBe(true);
    expect(losesAdministration(false, before, after)).toBe(false);
    expect(losesAdministration(true, before, before)).toBe(false);
  });
});
