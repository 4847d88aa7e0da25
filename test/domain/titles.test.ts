import { expect, it } from 'vitest';
import { measureOf, publicNameOf, titleOf } from '#domain/titles';

it.each([
  ['企业', '学习型企业'],
  ['家庭', '学习型家庭'],
  ['百姓学习之星', '百姓学习之星'],
  ['学习共同体(团队)', '学习共同体(团队)'],
])('names the title of %s %s', (name, title) => {
  expect(titleOf({ name })).toBe(title);
});

it('counts families in households, persons by name, and the rest in units', () => {
  const of = (categoryId: string, group: 'person' | 'unit') => measureOf({ categoryId, group });
  expect([of('family', 'person'), of('person', 'person'), of('enterprise', 'unit')]).toEqual(['户', '名', '个']);
});

it.each([
  ['云锦甲企业', 'unit', '云锦街道', '云锦甲企业'],
  ['王小明家庭', 'person', '云锦街道', '王**家庭（云锦街道）'],
  ['𠮷田家庭', 'person', '云锦街道', '𠮷*家庭（云锦街道）'],
  ['王家庭', 'person', '云锦街道', '王*家庭（云锦街道）'],
  ['王小明', 'person', undefined, '王**'],
] as const)('shows the public %s of the group %s', (name, group, area, shown) => {
  expect(publicNameOf(name, { group }, area)).toBe(shown);
});
