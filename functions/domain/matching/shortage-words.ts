import type { Shortage } from './core.ts';

type Named = { readonly name: string };
type Words = { readonly zh: string; readonly en: string };

/** How many names an explanation lists before it only counts. */
const SHOWN = 5;

/** The rows and columns of a shortage by name; a conflict is never offered to be lifted. */
type Told = {
  readonly applications: Words;
  readonly reviewers: Words;
  readonly wanted: number;
  readonly places: number;
};

const sentences: Readonly<Record<Shortage['kind'], (told: Told) => Words>> = {
  capacity: ({ applications, reviewers, wanted, places }) => ({
    zh: `申报${applications.zh}共需 ${wanted} 人次，除去回避，只能由专家${reviewers.zh}评审，其工作量上限合计 ${places} 人次，差 ${wanted - places} 人次。请增加专家、提高工作量上限或减少每组人数。`,
    en: `${applications.en} need ${wanted} reviews; after conflicts only ${reviewers.en} can give them, with load limits of ${places} in all, ${wanted - places} too few. Add reviewers, raise load limits or make panels smaller.`,
  }),
  least: ({ applications, reviewers, wanted, places }) => ({
    zh: `专家${reviewers.zh}合计至少应评审 ${wanted} 人次，但除去回避，相关申报${applications.zh}最多只能分给他们 ${places} 人次。请降低工作量下限、扩大每组人数或减少专家。`,
    en: `${reviewers.en} must have at least ${wanted} reviews in all, but after conflicts ${applications.en} can give them no more than ${places}. Lower the least load, make panels larger or invite fewer reviewers.`,
  }),
  organizations: ({ applications, reviewers, wanted, places }) => ({
    zh: `每组中同一单位的专家不得超过一人，因此申报${applications.zh}所需的 ${wanted} 人次在专家${reviewers.zh}中最多只能安排 ${places} 人次。请增加其他单位的专家、减少每组人数或取消「同一单位限一人」的规则。`,
    en: `With at most one reviewer of an organization in a panel, ${applications.en} need ${wanted} reviews of ${reviewers.en}, who can give no more than ${places}. Add reviewers of other organizations, make panels smaller or drop that rule.`,
  }),
  outsiders: ({ applications, reviewers, wanted, places }) => ({
    zh: `每组须有外部专家，申报${applications.zh}共需 ${wanted} 人次，而专家${reviewers.zh}最多只能承担 ${places} 人次。请增加外部专家、提高其工作量上限或降低外部专家人数的要求。`,
    en: `Each panel must have outside experts: ${applications.en} need ${wanted} reviews, but ${reviewers.en} can give no more than ${places}. Add outside experts, raise their load limits or ask for fewer of them.`,
  }),
  pins: ({ applications, reviewers, wanted, places }) => ({
    zh: `已指定或已开始的评审占用了名额：申报${applications.zh}与专家${reviewers.zh}之间需要 ${wanted} 人次，最多只能有 ${places} 人次。请撤销部分尚未开始的指定、增加专家或提高工作量上限。`,
    en: `Reviews that are fixed or begun take the places: ${applications.en} need ${wanted} reviews of ${reviewers.en}, who can give no more than ${places}. Release some fixed pairs that have not begun, add reviewers or raise load limits.`,
  }),
};

/** What stands in the way of a single panel, beside conflicts, and what to do about it. */
const aloneBy: Readonly<Record<Shortage['kind'], { readonly rule: Words; readonly remedy: Words }>> = {
  capacity: plain(),
  least: plain(),
  pins: plain(),
  organizations: {
    rule: { zh: '和「同一单位限一人」的规则', en: ' and with one reviewer of an organization at most' },
    remedy: { zh: '增加其他单位的专家或取消该规则', en: 'Add reviewers of other organizations or drop that rule' },
  },
  outsiders: {
    rule: { zh: '和外部专家人数的要求', en: ' and with the outside experts that are asked for' },
    remedy: { zh: '增加外部专家或降低该要求', en: 'Add outside experts or ask for fewer of them' },
  },
};

function plain() {
  return {
    rule: { zh: '', en: '' },
    remedy: { zh: '增加专家或减少每组人数', en: 'Add reviewers or make panels smaller' },
  };
}

/** An application for which not enough reviewers are left, whatever the others get. */
function alone({ applications, wanted, places }: Told, kind: Shortage['kind']): Words {
  const { rule, remedy } = aloneBy[kind];
  return {
    zh: `申报${applications.zh}需要 ${wanted} 名专家，按回避${rule.zh}只有 ${places} 名可以分配。请${remedy.zh}。`,
    en: `${applications.en} needs ${wanted} reviewers; after conflicts${rule.en} only ${places} can be assigned. ${remedy.en}.`,
  };
}

function listed(positions: readonly number[], of: readonly Named[], unit: string): Words {
  const names = positions.slice(0, SHOWN).map((at) => (of[at] as Named).name);
  const more = positions.length > SHOWN;
  return {
    zh: `${names.join('、')}${more ? `等 ${positions.length} ${unit}` : ''}`,
    en: `${names.join(', ')}${more ? ` and ${positions.length - SHOWN} more` : ''}`,
  };
}

/**
 * Why there is no assignment, for the office: who cannot be served, what binds and what can be done about it.
 * @param applications by row, `reviewers` by column, as the problem counts them.
 */
export function shortageWords(
  { kind, rows, columns, wanted, places }: Shortage,
  applications: readonly Named[],
  reviewers: readonly Named[],
): Words {
  const told = {
    applications: listed(rows, applications, '个申报'),
    reviewers: listed(columns, reviewers, '位专家'),
    wanted,
    places,
  };
  return columns.length === 0 ? alone(told, kind) : sentences[kind](told);
}
