import type { Barrier } from './draw-problem.ts';

type Words = { readonly zh: string; readonly en: string };

/** Why a pair must not be, in a few words each; whom a conflict concerns and what it rests on is not told here. */
export const barrierWords: Readonly<Record<Barrier, Words>> = {
  unavailable: { zh: '不再参加本批次评审', en: 'no longer reviews in this cycle' },
  'other-category': { zh: '不评审该类别', en: 'does not review the category' },
  'left-panel': { zh: '已退出该评审组', en: 'left this panel' },
  'other-round': { zh: '已参加该申报另一轮评审', en: 'sits in the other round of this application' },
  'same-organization': { zh: '就职于该单位', en: 'works for the unit' },
  'former-organization': { zh: '近年曾就职于该单位', en: 'worked for the unit not long ago' },
  'co-employment': { zh: '与经办人同单位', en: 'is or was a colleague of whoever speaks for the unit' },
  'speaks-for': { zh: '是该单位的经办人', en: 'speaks for the unit' },
  'same-recommender': { zh: '任职于其推荐单位', en: 'works for the department that recommends it' },
  'same-area': { zh: '与该单位在同一街镇或社区', en: 'is of the same street or community' },
  'same-mail-domain': { zh: '与经办人使用同一机构邮箱', en: 'shares an institution’s mail domain' },
  'third-party': { zh: '所属机构与该单位有关联', en: 'has a firm that is tied to the unit' },
  'keep-apart': { zh: '学习办要求回避', en: 'is kept apart by the office' },
  declared: { zh: '本人申明回避', en: 'declared a conflict' },
  avoidance: { zh: '申报单位申请回避', en: 'is avoided by the applicant' },
};

/** Several barriers as one phrase in each language. */
export const inWords = (barriers: readonly Barrier[]): Words => ({
  zh: barriers.map((each) => barrierWords[each].zh).join('、'),
  en: barriers.map((each) => barrierWords[each].en).join(', '),
});
