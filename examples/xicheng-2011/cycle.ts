import type { CategoryId, CategoryPlan, CycleSetting } from './types.ts';
import { kinds, year } from './units.ts';

type Places = { readonly panelSize: number; readonly byRecommender: Readonly<Record<string, number>> };

/** Fewer places than applicants everywhere: the best take them (差额). Small categories are reviewed by three. */
const placesOf: Readonly<Record<CategoryId, Places>> = {
  party: { panelSize: 3, byRecommender: { 组织部: 8 } },
  agency: { panelSize: 5, byRecommender: { 机关党工委: 15 } },
  school: { panelSize: 5, byRecommender: { 教委: 30 } },
  enterprise: { panelSize: 5, byRecommender: { 经信局: 3, 总工会: 3 } },
  society: { panelSize: 5, byRecommender: { 民政局: 30 } },
  institution: { panelSize: 3, byRecommender: { 总工会: 6 } },
  community: { panelSize: 5, byRecommender: { 文明办: 92 } },
};

const categories: readonly CategoryPlan[] = kinds.map(({ categoryId }) => {
  const { panelSize, byRecommender } = placesOf[categoryId];
  return {
    categoryId,
    standardId: `example-${categoryId}`,
    standardVersion: 1,
    reviewMode: 'panel',
    panelSize,
    weights: { documents: 60, site: 30, satisfaction: 10 },
    passLine: '90',
    quota: { total: Object.values(byRecommender).reduce((sum, places) => sum + places, 0), byRecommender },
  };
});

/** 2026-09-20 is a working Sunday; 09-25 begins the holidays. */
export const expectedPublicity = { firstDay: '2026-09-20', lastDay: '2026-09-24' };

/** An example of this size is 创建示范, never 表彰 (domain.md §4). All dates are of 2026, Asia/Shanghai. */
export const cycleOf = (seed: string): CycleSetting => ({
  title: '文澜区2026年学习型组织创建示范评审',
  year,
  nature: 'creation',
  basis: { title: '关于开展2026年学习型组织创建示范评审的通知', documentNumber: '文学组发〔2026〕3号' },
  issuerCode: '文学',
  issuer: '文澜区学习型城区建设领导小组办公室',
  categories,
  windows: {
    opensAt: '2026-03-02T00:00:00.000+08:00',
    closesAt: '2026-04-01T00:00:00.000+08:00',
    recommendBy: '2026-04-18T00:00:00.000+08:00',
    checkBy: '2026-05-09T00:00:00.000+08:00',
    assessBy: '2026-06-13T00:00:00.000+08:00',
    reviewBy: '2026-08-22T00:00:00.000+08:00',
    publicityOn: '2026-09-18',
  },
  publicity: { days: 5, unit: 'working', firstDay: 'excluded', mailGrace: 3 },
  correctionDays: 5,
  approvalChain: ['draft', 'check', 'approve', 'sign'],
  bonusCap: '5',
  substitution: false,
  validYears: 3,
  drawSeed: `文澜2026-${seed}`,
});
