import { streets } from './areas.ts';
import { person } from './names.ts';
import type { CategoryId, OfficePlan, PersonPlan, RecommenderPlan, ReviewerPlan } from './types.ts';
import { kinds, units } from './units.ts';

const firstIndex = { recommender: 300, office: 320, committee: 330, supervisor: 340, reviewer: 400 };

const departments = ['组织部', '机关党工委', '教委', '经信局', '总工会', '民政局', '文明办'];

export const recommenders: readonly RecommenderPlan[] = departments.map((department, i) => ({
  ...person(`recommender-${i + 1}`, firstIndex.recommender + i),
  department,
  categoryIds: kinds.filter((kind) => kind.recommenders.includes(department)).map((kind) => kind.categoryId),
}));

export const office: readonly OfficePlan[] = [
  { ...person('office-drafter', firstIndex.office), duties: ['administer', 'draft'] },
  { ...person('office-checker', firstIndex.office + 1), duties: ['check'] },
  { ...person('office-head', firstIndex.office + 2), duties: ['approve'] },
];

export const committee: readonly PersonPlan[] = [1, 2].map((n) => person(`committee-${n}`, firstIndex.committee + n));

export const supervisor: PersonPlan = person('supervisor', firstIndex.supervisor);

const institutes = [
  '云州师范大学',
  '云州开放大学',
  '云州理工大学',
  '云州教育科学研究院',
  '云州终身教育研究会',
  '云州市图书馆学会',
  '云州行政学院',
  '云州社会科学院',
  '云州职业技术学院',
  '云州学习科学学会',
  '云州老年教育协会',
  '云州企业教育协会',
];

/** Two of three categories that a reviewer knows come with the place in the list; most know communities. */
function expertiseOf(i: number): CategoryId[] {
  const all = kinds.map((kind) => kind.categoryId).filter((categoryId) => categoryId !== 'community');
  const known = [0, 1, 3].map((step) => all[(i + step) % all.length] as CategoryId); // a remainder of its length
  return i % 4 === 3 ? known : [...known, 'community'];
}

/** The first 12 work for an applicant, the next 14 live in a street (three of them in one), the others are outsiders. */
function belongingOf(
  i: number,
): Pick<ReviewerPlan, 'organizationName' | 'organizationUnitKey' | 'organizationCode' | 'areaIds'> {
  if (i < 12) {
    const employer = units[(i * 23 + 7) % units.length];
    if (employer) {
      const { name, unitKey, creditCode, areaId } = employer;
      const code = creditCode === undefined ? {} : { organizationCode: creditCode };
      return { organizationName: name, organizationUnitKey: unitKey, ...code, areaIds: [areaId] };
    }
  }
  const organizationName = institutes[i % institutes.length] ?? '';
  if (i >= 26) return { organizationName, areaIds: [] };
  const street = streets[Math.max(0, i - 14) % streets.length]?.areaId ?? '';
  return { organizationName, areaIds: [street] };
}

export const reviewers: readonly ReviewerPlan[] = Array.from({ length: 60 }, (_, i) => ({
  ...person(`reviewer-${String(i + 1).padStart(2, '0')}`, firstIndex.reviewer + i),
  ...belongingOf(i),
  categoryIds: expertiseOf(i),
  maximumLoad: 32,
}));
