import * as z from 'zod';
import type { FieldProblem } from './errors.ts';

/** 组织 / 单位 / 属地 / 个人. */
const categoryGroups = ['organization', 'unit', 'territory', 'person'] as const;

/**
 * A category (类别). Each city names its own and their lead departments, so the taxonomy is data (domain.md §1).
 * `code` stands in certificate numbers: 西学证〔2026〕QY-0001.
 */
export const Category = z.strictObject({
  categoryId: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: z.string().trim().min(1).max(30),
  group: z.enum(categoryGroups),
  code: z.string().regex(/^[A-Z]{2,4}$/),
  /** 牵头单位: who returns and recommends. Several may lead one category. */
  leadDepartments: z.array(z.string().trim().min(1).max(50)).min(1).max(10),
  /** Whether a unit registers with its 统一社会信用代码, or its recommender or community vouches for it. */
  identifiedBy: z.enum(['credit-code', 'recommender', 'community']),
});
export type Category = z.infer<typeof Category>;

/**
 * The taxonomy that a new office finds. The lead departments are those that the sources name; where they name none
 * (党组织, 学校, 街道, 团队, 个人), the department in charge of the field.
 */
export const defaultCategories: readonly Category[] = [
  {
    categoryId: 'party',
    name: '党组织',
    group: 'organization',
    code: 'DZ',
    leadDepartments: ['组织部'],
    identifiedBy: 'recommender',
  },
  {
    categoryId: 'league',
    name: '团组织',
    group: 'organization',
    code: 'TZ',
    leadDepartments: ['团委'],
    identifiedBy: 'recommender',
  },
  {
    categoryId: 'society',
    name: '社团',
    group: 'organization',
    code: 'ST',
    leadDepartments: ['民政局'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'team',
    name: '学习共同体(团队)',
    group: 'organization',
    code: 'TD',
    leadDepartments: ['学习办'],
    identifiedBy: 'community',
  },
  {
    categoryId: 'agency',
    name: '机关',
    group: 'unit',
    code: 'JG',
    leadDepartments: ['机关党工委'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'school',
    name: '学校',
    group: 'unit',
    code: 'XX',
    leadDepartments: ['教委'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'enterprise',
    name: '企业',
    group: 'unit',
    code: 'QY',
    leadDepartments: ['经信局', '总工会'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'institution',
    name: '事业单位',
    group: 'unit',
    code: 'SY',
    leadDepartments: ['总工会'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'street',
    name: '街道',
    group: 'territory',
    code: 'JD',
    leadDepartments: ['学习办'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'community',
    name: '社区',
    group: 'territory',
    code: 'SQ',
    leadDepartments: ['学习办', '文明办', '民政局'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'village',
    name: '村镇',
    group: 'territory',
    code: 'CZ',
    leadDepartments: ['农办'],
    identifiedBy: 'credit-code',
  },
  {
    categoryId: 'family',
    name: '家庭',
    group: 'person',
    code: 'JT',
    leadDepartments: ['妇联'],
    identifiedBy: 'community',
  },
  {
    categoryId: 'person',
    name: '百姓学习之星',
    group: 'person',
    code: 'GR',
    leadDepartments: ['学习办'],
    identifiedBy: 'community',
  },
];

/** Ids, names and codes that occur twice: a certificate number could then mean two categories. */
export const checkCategories = (categories: readonly Category[]): FieldProblem[] =>
  (['categoryId', 'name', 'code'] as const).flatMap((field) =>
    categories.flatMap((category, i) => {
      const first = categories.findIndex((other) => other[field] === category[field]);
      return first === i ? [] : [duplicate(`categories.${i}.${field}`, category[field])];
    }),
  );

const duplicate = (path: string, value: string): FieldProblem => ({
  path,
  code: 'Duplicate',
  zh: `「${value}」重复。`,
  en: `"${value}" occurs twice.`,
});
