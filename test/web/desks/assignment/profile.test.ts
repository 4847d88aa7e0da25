import { describe, expect, it } from 'vitest';
import type { Reviewer } from '#domain/reviews';
import { profileOf, valuesOf } from '#web/desks/assignment/profile.ts';

const reviewer: Reviewer = {
  reviewerId: 'r-1',
  name: '周明澈',
  organizationName: '云州师范大学',
  organizationCode: '12310105MB00000A24',
  formerOrganizations: [{ name: '文澜区图书馆', until: '2024-06-30' }],
  thirdParty: { name: '甲评估公司' },
  outside: true,
  categoryIds: ['party'],
  areaIds: [],
  expertise: ['工作成效'],
  maximumLoad: 12,
  available: true,
  availableFrom: '2026-06-01',
  conflicts: [
    { organizationName: '甲社区', source: 'keep-apart', reason: '曾共事' },
    { creditCode: '12310105MB00000A24', source: 'declared', reason: '亲属' },
  ],
};

describe('the entry of an expert as a form', () => {
  it('goes out as it came in; what the expert declared is not the office’s to send', () => {
    const { conflicts: _, ...rest } = reviewer;
    expect(profileOf('r-1', valuesOf(reviewer))).toEqual({
      ...rest,
      keepApart: [{ organizationName: '甲社区', reason: '曾共事' }],
    });
  });

  it('sends no field that was left empty, and a firm only with its name', () => {
    const sent = profileOf('r-2', {
      name: '王知行',
      organizationName: '云州学院',
      organizationCode: ' ',
      thirdParty: { name: '  ', creditCode: '12310105MB00000A24' },
      availableUntil: '',
      maximumLoad: null,
      keepApart: [{ creditCode: '', organizationName: '乙社区' }],
    });
    expect(sent).toEqual({
      reviewerId: 'r-2',
      name: '王知行',
      organizationName: '云州学院',
      formerOrganizations: [],
      categoryIds: [],
      areaIds: [],
      expertise: [],
      maximumLoad: 0,
      outside: false,
      available: true,
      keepApart: [{ organizationName: '乙社区', reason: '' }],
    });
  });
});
