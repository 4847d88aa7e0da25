import type { Application, ApplicationForm } from '#domain/applications';
import type { Area } from '#domain/areas';
import type { Cycle } from '#domain/cycles';
import { exampleStandards } from '#domain/example-standards/index';
import type { Organization } from '#domain/organizations';
import { areasKey } from '#services/reference';
import { storedOf } from '#services/standards/stored';
import { cycles, organizations, standards } from '#store/entities';
import { create } from '#store/writes';
import { person, type World } from './world.ts';

/** The people of a small season. */
export const applicant = person('applicant', { role: 'applicant', organizationId: 'organization-a' });
export const otherApplicant = person('other', { role: 'applicant', organizationId: 'organization-b' });
export const recommender = person('recommender', {
  role: 'recommender',
  department: '经信局',
  categoryIds: ['enterprise'],
  areaIds: ['yunjin'],
});
export const elsewhere = person('elsewhere', {
  role: 'recommender',
  department: '经信局',
  categoryIds: ['enterprise'],
  areaIds: ['songling'],
});
export const drafter = person('drafter', { role: 'office', duties: ['administer', 'draft', 'check'] });
export const checker = person('checker', { role: 'office', duties: ['check'] });
export const head = person('head', { role: 'office', duties: ['approve'] });
export const committee = person('committee', { role: 'committee' });
export const supervisor = person('supervisor', { role: 'supervisor' });

export const areas: Area[] = [
  { areaId: 'district', name: '示范区', level: 'district' },
  { areaId: 'yunjin', name: '云锦街道', level: 'street', parentId: 'district' },
  { areaId: 'songling', name: '松岭街道', level: 'street', parentId: 'district' },
];

const organization = (organizationId: string, name: string, registeredBy: string): Organization => ({
  organizationId,
  name,
  normalizedName: name,
  categoryId: 'enterprise',
  areaId: 'yunjin',
  areaPath: ['yunjin', 'district'],
  recommender: '经信局',
  contact: { name: '王梅', phone: '010-88886666' },
  registeredBy,
  status: 'confirmed',
  registeredAt: '2026-03-01T09:00:00.000+08:00',
});

export const cycle: Cycle = {
  cycleId: 'cycle-2026',
  title: '2026 年学习型组织创建',
  year: 2026,
  nature: 'creation',
  basis: { title: '关于开展学习型组织创建工作的通知', documentNumber: '示学办〔2026〕1号' },
  issuerCode: '示学',
  issuer: '示范区学习办',
  categories: [
    {
      categoryId: 'enterprise',
      standardId: 'example-enterprise',
      standardVersion: 1,
      reviewMode: 'panel',
      panelSize: 3,
      weights: { documents: 60, site: 30, satisfaction: 10 },
      passLine: '90',
      quota: { total: 2 },
    },
  ],
  windows: {
    opensAt: '2026-03-02T09:00:00.000+08:00',
    closesAt: '2026-03-31T18:00:00.000+08:00',
    recommendBy: '2026-04-15T18:00:00.000+08:00',
    checkBy: '2026-04-30T18:00:00.000+08:00',
    assessBy: '2026-06-30T18:00:00.000+08:00',
    reviewBy: '2026-08-31T18:00:00.000+08:00',
    publicityOn: '2026-09-18',
  },
  publicity: { days: 5, unit: 'working', firstDay: 'excluded', mailGrace: 3 },
  correctionDays: 5,
  approvalChain: ['draft', 'check', 'approve', 'sign'],
  bonusCap: '5',
  substitution: false,
  validYears: 3,
  drawSeed: 'test',
  status: 'accepting',
  createdAt: '2026-02-20T09:00:00.000+08:00',
};

export const fullForm: ApplicationForm = {
  profile: '企业 𠮷 简介',
  practices: '每周学习日',
  results: '技能竞赛获奖',
  features: '师带徒',
  contactName: '王梅',
  contactPhone: '010-88886666',
};

/** Areas, two confirmed enterprises, the enterprise standard and an open cycle. */
export async function seedSeason(world: Pick<World, 'store'>, changes: Partial<Cycle> = {}): Promise<void> {
  const standard = exampleStandards.find((each) => each.categoryId === 'enterprise');
  if (!standard) throw new Error('the example standard for enterprises is gone');
  await world.store.transact([
    create({ name: 'setting', key: () => areasKey }, { areas }),
    create(cycles, { ...cycle, ...changes }),
    create(organizations, organization('organization-a', '云锦甲企业', 'applicant')),
    create(organizations, organization('organization-b', '云锦乙企业', 'other')),
    create(standards, storedOf(standard)),
  ]);
}

/** A case of the fixture's cycle, with a number of its own; sent to its recommender unless said otherwise. */
export const caseAt = (at: number, changes: Partial<Application> = {}): Application => ({
  applicationId: `case-${at}`,
  cycleId: cycle.cycleId,
  categoryId: 'enterprise',
  organizationId: `unit-${at}`,
  organizationName: `示例企业${at}`,
  areaId: 'yunjin',
  areaPath: ['yunjin', 'district'],
  recommender: '经信局',
  standardId: 'example-enterprise',
  standardVersion: 1,
  status: 'submitted',
  statusSince: '2026-04-01T09:00:00.000+08:00',
  submissions: 1,
  assessments: 0,
  rounds: { recommendation: 1 },
  openObjections: 0,
  ...changes,
});
