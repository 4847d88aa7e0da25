import { describe, expect, it } from 'vitest';
import { Category, checkCategories, defaultCategories } from '#domain/categories';
import { formatCertificateNumber } from '#domain/certificate-number';

describe('the default taxonomy', () => {
  it('is valid and has no id, name or code twice', () => {
    expect(defaultCategories.map((category) => Category.parse(category))).toEqual(defaultCategories);
    expect(checkCategories(defaultCategories)).toEqual([]);
  });

  it('names the lead departments of the sources', () => {
    const leads = Object.fromEntries(defaultCategories.map(({ name, leadDepartments }) => [name, leadDepartments]));
    expect(leads).toMatchObject({
      机关: ['机关党工委'],
      企业: ['经信局', '总工会'],
      事业单位: ['总工会'],
      家庭: ['妇联'],
      社区: ['学习办', '文明办', '民政局'],
      团组织: ['团委'],
      村镇: ['农办'],
      社团: ['民政局'],
    });
  });

  it('has all four groups', () => {
    expect([...new Set(defaultCategories.map((category) => category.group))].sort()).toEqual([
      'organization',
      'person',
      'territory',
      'unit',
    ]);
  });

  it('gives a code that reads well in a certificate number', () => {
    const category = defaultCategories.find(({ name }) => name === '企业')?.code ?? '';
    expect(formatCertificateNumber({ code: '西学', year: 2026, category, serial: 1, width: 4, reissue: 0 })).toBe(
      '西学证〔2026〕QY-0001',
    );
  });
});

describe('checkCategories', () => {
  it('tells a code that two categories share', () => {
    const [first, second] = defaultCategories as [Category, Category];
    expect(checkCategories([first, { ...second, code: first.code }])).toEqual([
      { path: 'categories.1.code', code: 'Duplicate', zh: '「DZ」重复。', en: '"DZ" occurs twice.' },
    ]);
  });
});
