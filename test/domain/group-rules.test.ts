import { describe, expect, it } from 'vitest';
import { affiliationsOf, joining, outsideExperts } from '#domain/group-rules';
import type { Reviewer } from '#domain/reviews';

const expert = (reviewerId: string, changes: Partial<Reviewer> = {}): Reviewer => ({
  reviewerId,
  name: reviewerId,
  organizationName: `单位${reviewerId}`,
  categoryIds: [],
  areaIds: [],
  expertise: [],
  maximumLoad: 5,
  available: true,
  conflicts: [],
  ...changes,
});

describe('the organizations of a pool', () => {
  it('are the same by code, by name however it is spelt, and by third-party firm', () => {
    const firm = { name: '示例评估公司' };
    const pool = [
      expert('a', { organizationName: '示例大学（东区）', organizationCode: '12310105MB00000A24' }),
      expert('b', { organizationName: '示例大学(东区)' }),
      expert('c', { organizationName: '改名后的大学', organizationCode: '12310105MB00000A24' }),
      expert('d', { thirdParty: firm }),
      expert('e', { thirdParty: { name: ' 示例评估公司' } }),
      expert('f'),
    ];
    expect(affiliationsOf(pool)).toEqual([0, 0, 0, 1, 1, 2]);
    expect(affiliationsOf(pool.toReversed())).toEqual([0, 1, 1, 2, 2, 2]);
  });

  it('join those whom one member with two affiliations links', () => {
    const pool = [
      expert('a', { organizationName: '甲' }),
      expert('b', { organizationName: '甲', thirdParty: { name: '乙' } }),
      expert('c', { organizationName: '乙' }),
    ];
    expect(affiliationsOf(pool)).toEqual([0, 0, 0]);
  });

  it('are outside only when all of their members are', () => {
    const pool = [expert('a', { outside: true }), expert('b', { outside: true }), expert('c'), expert('d')];
    expect(outsideExperts(pool, [0, 1, 1, 2])).toEqual([true, false, false, false]);
  });
});

describe('who may join a panel', () => {
  const pool = [
    expert('a', { organizationName: '甲' }),
    expert('b', { organizationName: '甲' }),
    expert('c', { outside: true }),
    expert('d'),
  ];
  const able = (sitting: readonly string[], size: number, rules = {}): string[] =>
    pool.map(({ reviewerId }) => reviewerId).filter(joining({ pool, sitting, size, rules }));

  it('is everybody without rules', () => {
    expect(able(['a'], 3)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is nobody of an organization that sits there', () => {
    expect(able(['a'], 3, { onePerOrganization: true })).toEqual(['c', 'd']);
  });

  it('is an outside expert once the last seat is needed for one, and anybody before or after', () => {
    expect(able(['a', 'd'], 3, { outsideExperts: 1 })).toEqual(['c']);
    expect(able(['a'], 3, { outsideExperts: 1 })).toEqual(['a', 'b', 'c', 'd']);
    expect(able(['a', 'c'], 3, { outsideExperts: 1 })).toEqual(['a', 'b', 'c', 'd']);
  });
});
