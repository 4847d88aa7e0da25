import { describe, expect, it } from 'vitest';
import type { CycleCategory } from '#domain/cycles';
import { checkGroupRules } from '#domain/group-rules-check';
import { cycle } from '../support/season-fixture.ts';

const category = cycle.categories[0] as CycleCategory;
const told = (...changes: Partial<CycleCategory>[]): string[] =>
  checkGroupRules(changes.map((change) => ({ ...category, ...change }))).map(({ path, code }) => `${path} ${code}`);

describe('the group rules of a plan', () => {
  it('are the same for all categories that have panels, absent ones counting as none', () => {
    expect(told({}, { groupRules: {} }, { groupRules: { outsideExperts: 0 } })).toEqual([]);
    expect(told({ groupRules: { outsideExperts: 1 } }, {}, { reviewMode: 'recommender-only' })).toEqual([
      'categories.1.groupRules GroupRulesDiffer',
    ]);
  });

  it('stay within the panel and the site team', () => {
    expect(told({ groupRules: { outsideExperts: 3 } })).toEqual([]);
    expect(told({ groupRules: { outsideExperts: 4 } })).toEqual([
      'categories.0.groupRules.outsideExperts TooManyOutside',
    ]);
    expect(told({ groupRules: { outsideExperts: 3 }, siteTeam: 2 })).toEqual([
      'categories.0.groupRules.outsideExperts TooManyOutside',
    ]);
  });

  it('are nothing to a category without panels', () => {
    expect(told({ reviewMode: 'recommender-only', groupRules: { onePerOrganization: true } })).toEqual([
      'categories.0.groupRules NotInReviewMode',
    ]);
  });
});
