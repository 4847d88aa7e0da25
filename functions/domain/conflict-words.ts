import type { Conflict, ConflictSource } from './conflicts.ts';

type Words = { readonly zh: string; readonly en: string };

/** What each source means; `{why}` is what it rests on. */
const words: Readonly<Record<ConflictSource, Words>> = {
  'same-organization': { zh: '专家就职于该单位（{why}）。', en: 'The expert works for the unit ({why}).' },
  'former-organization': {
    zh: '专家近年曾就职于该单位（{why}）。',
    en: 'The expert left the unit not long ago ({why}).',
  },
  'co-employment': {
    zh: '专家与该单位经办人同在或近年同在一家单位（{why}）。',
    en: 'The expert and whoever speaks for the unit are or lately were colleagues ({why}).',
  },
  'speaks-for': { zh: '专家是该单位的经办人。', en: 'The expert speaks for the unit.' },
  'same-recommender': {
    zh: '专家任职于该申报的推荐单位（{why}）。',
    en: 'The expert works for the department that recommends the unit ({why}).',
  },
  'same-area': {
    zh: '专家与该单位在同一街镇或社区（{why}）。',
    en: 'The expert and the unit are of the same street or community ({why}).',
  },
  'same-mail-domain': {
    zh: '专家与该单位经办人使用同一机构的邮箱（{why}）。',
    en: 'The expert and whoever speaks for the unit have addresses of the same institution ({why}).',
  },
  'third-party': {
    zh: '专家所属机构就是该单位，或曾为其提供辅导（{why}）。',
    en: 'The expert’s firm is the unit itself or advised it ({why}).',
  },
  'keep-apart': {
    zh: '学习办要求该专家回避该单位：{why}',
    en: 'The office keeps the expert away from the unit: {why}',
  },
  declared: { zh: '专家本人申明回避：{why}', en: 'The expert declared a conflict: {why}' },
  avoidance: { zh: '申报单位申请该专家回避：{why}', en: 'The applicant asked that the expert keep away: {why}' },
};

/** A conflict in a sentence, for those who oversee the cycle. */
export function conflictInWords({ source, why }: Conflict): Words {
  const { zh, en } = words[source];
  return { zh: zh.replace('{why}', () => why), en: en.replace('{why}', () => why) };
}
