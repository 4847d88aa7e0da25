import { expect, it } from 'vitest';
import { defaultCategories } from '#domain/categories';
import { noticeCounts, offeredNotice } from '#domain/notice';

const cycle = { title: '2026 年创建', basis: { title: '创建通知', documentNumber: '示学办〔2026〕1号' } };

it('counts in the order of the taxonomy and leaves out what is nothing or unknown', () => {
  const counts = noticeCounts({ family: 3, school: 0, enterprise: 2, gone: 9 }, defaultCategories);
  expect(counts.map(({ category, count }) => [category.categoryId, count])).toEqual([
    ['enterprise', 2],
    ['family', 3],
  ]);
});

it('offers the basis, the process and what an objection must bear, with counts that add up', () => {
  const counts = noticeCounts({ family: 3, enterprise: 2 }, defaultCategories);
  const offered = offeredNotice(cycle, 'initial', counts);
  expect(offered.title).toBe('2026 年创建拟命名名单公示');
  expect(offered.process).toBe(
    '根据《创建通知》（示学办〔2026〕1号），经自愿申报、单位自评、推荐单位推荐、形式审查和专家评审，拟命名5个学习型企业、学习型家庭，其中企业2个、家庭3户。',
  );
  expect(offered.requirements).toContain('真实姓名、所在单位和联系电话');
  expect(offered.notAdmitted).toContain('匿名、逾期、无联系方式');
});

it('says that a supplementary period begins anew', () => {
  const offered = offeredNotice(cycle, 'supplementary', []);
  expect(offered.title).toBe('2026 年创建拟命名名单补充公示');
  expect(offered.process).toContain('公示期重新计算');
});
