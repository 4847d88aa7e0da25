import { calendarOf } from '#domain/calendar';
import { defaultCategories } from '#domain/categories';
import { CyclePlan } from '#domain/cycles';
import type { Reference } from '#web/desks/office/wizard/problems.ts';
import { blankCategory, blankPlan, type PlanState } from '#web/desks/office/wizard/state.ts';
import { usualDates } from '#web/desks/office/wizard/timeline.ts';

export const reference: Reference = {
  taxonomy: defaultCategories,
  standards: ['enterprise', 'community', 'school'].map((categoryId) => ({
    standardId: `example-${categoryId}`,
    standardVersion: 1,
    categoryId,
    name: categoryId,
    label: '',
  })),
  areas: [
    { areaId: 'district', name: '文澜区', level: 'district' },
    { areaId: 'street', name: '云锦街道', level: 'street', parentId: 'district' },
  ],
  calendar: calendarOf(),
};

/** What a stranger has after the first minute: two categories, everything else by default. */
export const smallPlan: PlanState = {
  ...blankPlan,
  ...usualDates('2026-02-26', reference.calendar),
  title: '2026 年学习型组织创建评审',
  year: 2026,
  issuer: '文澜区学习办',
  issuerCode: '文学',
  drawSeed: '2026-abc',
  categories: [blankCategory('enterprise', 'example-enterprise@1'), blankCategory('community', 'example-community@1')],
};

/** A plan in which nothing is as by default. */
export const richPlan = CyclePlan.parse({
  title: '2026 年学习型组织评选',
  year: 2026,
  nature: 'attainment',
  basis: { title: '通知', documentNumber: '文学〔2026〕3号' },
  issuerCode: '文学',
  issuer: '文澜区学习办',
  categories: [
    {
      categoryId: 'enterprise',
      standardId: 'example-enterprise',
      standardVersion: 1,
      reviewMode: 'panel',
      panelSize: 5,
      weights: { documents: 70, site: 30, satisfaction: 0 },
      passLine: '85.5',
      tieIndicator: '组织管理',
      quota: {
        total: 6,
        mode: 'equal',
        byRecommender: { 经信局: 3, 总工会: 3 },
        areas: [{ recommender: '经信局', areaId: 'street', minimum: 1, maximum: 2 }],
      },
      panelRule: { minimumSheets: 4, trimFrom: null },
      tieChain: ['composite', 'documents', 'committee-vote'],
      tiers: [{ name: '示范', line: '95' }],
      blind: true,
      hideSelfScore: true,
      preferencePercent: 20,
      arbitrationThreshold: '15',
      siteTeam: 2,
      groupRules: { onePerOrganization: true, outsideExperts: 1 },
    },
    {
      categoryId: 'school',
      standardId: 'example-school',
      standardVersion: 1,
      reviewMode: 'recommender-only',
      panelSize: 3,
      weights: { documents: 100, site: 0, satisfaction: 0 },
      passLine: '90',
      quota: { total: 40 },
    },
  ],
  windows: {
    opensAt: '2026-03-02T09:00:00+08:00',
    closesAt: '2026-04-01T00:00:00+08:00',
    recommendBy: '2026-04-17T10:00:00Z',
    checkBy: '2026-05-09T00:00:00+08:00',
    assessBy: '2026-06-13T00:00:00+08:00',
    reviewBy: '2026-08-22T00:00:00+08:00',
    publicityOn: '2026-09-18',
  },
  publicity: { days: 7, unit: 'natural', firstDay: 'included', mailGrace: 0 },
  correctionDays: 7,
  approvalChain: ['draft', 'approve'],
  bonusCap: '3.5',
  substitution: true,
  validYears: 5,
  avoidSameArea: true,
  avoidSameRecommender: true,
  avoidSameMailDomain: true,
  formerEmploymentYears: 2,
  invitedOnly: true,
  drawAim: 'worst-served',
  drawSeed: '文澜2026',
});
