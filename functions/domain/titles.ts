import type { Category } from './categories.ts';

/** The title (称号) that a category gives: 学习型企业; a category that speaks of learning itself is its own title. */
export const titleOf = (category: Pick<Category, 'name'>): string =>
  category.name.includes('学习') ? category.name : `学习型${category.name}`;

/** What the members of a category are counted in: 3 户家庭, 2 名个人, 5 个单位. */
export const measureOf = (category: Pick<Category, 'categoryId' | 'group'>): '户' | '名' | '个' => {
  if (category.group !== 'person') return '个';
  return category.categoryId === 'family' ? '户' : '名';
};

/**
 * The name as the public reads it. Persons and families keep the first character of theirs and stand with their street
 * or community: 王**家庭（松岭街道）; units stand with their full name.
 */
export function publicNameOf(
  name: string,
  category: Pick<Category, 'group'> | undefined,
  areaName: string | undefined,
): string {
  if (category?.group !== 'person') return name;
  const [first = '', ...rest] = [...name.replace(/家庭$/, '')];
  const masked = `${first}${'*'.repeat(Math.max(1, rest.length))}${name.endsWith('家庭') ? '家庭' : ''}`;
  return areaName ? `${masked}（${areaName}）` : masked;
}
