import type { Category } from './categories.ts';
import type { Cycle } from './cycles.ts';
import type { NoticeText } from './publicity.ts';
import { measureOf, titleOf } from './titles.ts';

/** What a notice counts, in the order in which it is printed. */
export type NoticeCount = { readonly category: Category; readonly count: number };

/** 企业2个、家庭3户: the counts by category as a sentence has them. */
export const countsClause = (counts: readonly NoticeCount[]): string =>
  counts.map(({ category, count }) => `${category.name}${count}${measureOf(category)}`).join('、');

/** The counts of a list in the order of the taxonomy; a category that is not in it any more is left out. */
export const noticeCounts = (
  counts: Readonly<Record<string, number>>,
  categories: readonly Category[],
): NoticeCount[] =>
  categories.flatMap((category) => {
    const count = counts[category.categoryId] ?? 0;
    return count > 0 ? [{ category, count }] : [];
  });

type Offer = Omit<NoticeText, 'address' | 'postcode' | 'phone' | 'supervisorPhone'>;

/**
 * The text of a notice that the office is offered: process, counts, channels, what an objection must bear, what is not
 * admitted, confidentiality (domain.md §6). Where to write and whom to call only the office knows. The dates are no
 * part of the text: they are printed from the window itself.
 */
export function offeredNotice(
  cycle: Pick<Cycle, 'title' | 'basis'>,
  kind: 'initial' | 'supplementary',
  counts: readonly NoticeCount[],
): Offer {
  const total = counts.reduce((all, { count }) => all + count, 0);
  const basis = cycle.basis ? `根据《${cycle.basis.title}》（${cycle.basis.documentNumber}），` : '';
  const titles = counts.map(({ category }) => titleOf(category)).join('、');
  const again = kind === 'supplementary' ? '因公示期间名单发生变更，现予补充公示，公示期重新计算。' : '';
  return {
    title: `${cycle.title}拟命名名单${kind === 'supplementary' ? '补充' : ''}公示`,
    process: `${basis}经自愿申报、单位自评、推荐单位推荐、形式审查和专家评审，拟命名${total}个${titles}，其中${countsClause(counts)}。${again}`,
    channels: '公示期内，可在本系统公示页面在线提出异议，也可来信、来电向学习办反映；信函以邮戳日期为准。',
    requirements:
      '以单位名义提出的，应加盖单位公章并注明联系人和联系方式；以个人名义提出的，应写明真实姓名、所在单位和联系电话，无工作单位的注明“无”。异议应说明具体事实和依据。',
    notAdmitted: '匿名、逾期、无联系方式或单位未加盖公章的异议不予受理；其中有具体线索的，由学习办依职权核查。',
    confidentiality: '学习办对异议人的身份信息严格保密。',
  };
}
