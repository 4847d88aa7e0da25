import * as z from 'zod';
import type { Cycle } from './cycles.ts';
import { countsClause, type NoticeCount } from './notice.ts';
import { LimitedText } from './texts.ts';
import { titleOf } from './titles.ts';

/** What the office may word itself; what is counted it may not. */
export const DecisionWords = z.strictObject({ background: LimitedText(2000), hope: LimitedText(1000) }).partial();
export type DecisionWords = z.infer<typeof DecisionWords>;

type Window = { readonly firstDay: string; readonly lastDay: string };

type Named = {
  readonly counts: readonly NoticeCount[];
  /** The first name of the annex. */
  readonly first: string;
  readonly window: Window;
};

const dayInWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

const actOf = (nature: Cycle['nature']): string => (nature === 'commendation' ? '表彰' : '命名');

export const decisionTitle = (cycle: Pick<Cycle, 'title' | 'nature'>): string =>
  `关于${actOf(cycle.nature)}${cycle.title}名单的决定`;

/**
 * The body of a decision: background → process → “授予 A 等N个…” → hope and call → annex → signature (domain.md §6). The
 * counts are written by the system, so that they are the annex's.
 */
export function decisionBody(
  cycle: Pick<Cycle, 'title' | 'nature' | 'basis' | 'issuer'>,
  { counts, first, window }: Named,
  words: DecisionWords = {},
): string {
  const total = counts.reduce((all, { count }) => all + count, 0);
  const titles = counts.map(({ category }) => `“${titleOf(category)}”`).join('、');
  const basis = cycle.basis ? `根据《${cycle.basis.title}》（${cycle.basis.documentNumber}），` : '';
  return [
    words.background ?? `为推进学习型社会建设，${basis}组织开展了${cycle.title}工作。`,
    `经自愿申报、推荐审查、专家评审，并于${dayInWords(window.firstDay)}至${dayInWords(window.lastDay)}向社会公示，异议均已办结。`,
    `经研究，决定授予${first}等${total}个申报主体${titles}称号，其中${countsClause(counts)}。`,
    words.hope ??
      '希望受到命名的单位和家庭珍惜荣誉、再接再厉；号召各单位和广大市民向其学习，共同营造终身学习的良好氛围。',
    '附件：命名名单',
    cycle.issuer,
  ].join('\n');
}
