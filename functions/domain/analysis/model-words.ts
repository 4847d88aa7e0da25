import type { Method } from './discordance.ts';
import type { Caution, Impediment } from './reml.ts';

type Words = { readonly zh: string; readonly en: string };

/** Why there is no model, and what would help. */
export const impedimentWords: Readonly<Record<Impediment, Words>> = {
  'too-few': {
    zh: '申报或评分太少（至少需要 3 个申报、6 份评分），无法分析专家宽严。',
    en: 'There are too few applications or sheets (3 and 6 are needed) to tell anything of severity.',
  },
  'no-replication': {
    zh: '每个申报只有一份评分，无法区分申报本身的差别与评分误差。请为每个申报安排两位以上专家。',
    en: 'Each application has one sheet only, so that merit cannot be told from error. Have two reviewers or more for each.',
  },
  'all-equal': {
    zh: '所有评分完全相同，没有可分析的差别。请核对是否照抄或默认填分。',
    en: 'All totals are the same; there is nothing to analyse. Check whether marks were copied or left at a default.',
  },
  'no-noise': {
    zh: '各专家对申报的评分（扣除固定宽严后）完全一致，没有误差可估计。请核对评分是否各自独立作出。',
    en: 'The reviewers agree exactly (but for constant severity), so that no error can be estimated. Check that they marked independently.',
  },
};

export const cautionWords: Readonly<Record<Caution, Words>> = {
  'severity-unknown': {
    zh: '每位专家只评了一份，或只有一位专家，无法区分专家宽严与误差；以下按没有宽严差别计算。',
    en: 'Each reviewer has one sheet, or there is one reviewer only: severity cannot be told from error and is taken as none.',
  },
  disconnected: {
    zh: '评审分成了互不重叠的几组专家，组与组之间只能假定水平相当才可比较。下一批请让部分专家跨组评审。',
    en: 'The panels fall into groups that share no reviewer; groups compare only if they are assumed to be alike. Let some reviewers serve in several groups next time.',
  },
  'no-differences': {
    zh: '各申报之间的差别没有超出评分误差，校准分全部相同，名次范围没有意义。请检查标准是否能拉开档次。',
    en: 'The applications do not differ beyond error: their calibrated scores are all the same, and rank ranges mean nothing. Check whether the standard separates good from better.',
  },
};

const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

/** The share of pairs in the wrong order, and what it says of trimming. */
export function discordanceWords(share: Readonly<Record<Method, number>>): Words & { readonly kind: string } {
  const figures = {
    zh: `去掉最高最低分的平均 ${percent(share.trimmed)}，普通平均 ${percent(share.mean)}，按专家标准化（z 分）${percent(share['z-score'])}，按宽严校准 ${percent(share.calibrated)}`,
    en: `${percent(share.trimmed)} by the trimmed mean, ${percent(share.mean)} by the plain mean, ${percent(share['z-score'])} by z-scores, ${percent(share.calibrated)} calibrated`,
  };
  const isTrimmed = share.trimmed !== share.mean;
  return {
    kind: 'discordance',
    zh: `在普通误差下，去掉最高最低分的平均比普通平均更容易排错先后${isTrimmed ? '' : '（本类别每组不足 5 份，没有去掉）'}。按本批数据模拟，两两比较排错的比例：${figures.zh}。去掉最高最低分防的是个别极端评分，不是误差；是否采用由评审规则事先规定，不能事后更改。`,
    en: `Under ordinary noise a trimmed mean ranks worse than a plain mean${isTrimmed ? '' : ' (panels here have fewer than 5 sheets, so that nothing is trimmed)'}. Simulated with this season's own figures, the share of pairs in the wrong order is ${figures.en}. Trimming guards against single extreme marks, not against noise; the rule decides on it beforehand, never afterwards.`,
  };
}
