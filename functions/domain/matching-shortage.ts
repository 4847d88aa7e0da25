import { AwardError } from './errors.ts';
import type { Shortage } from './matching-flow.ts';

type Named = { readonly name: string };
type Wanting = Named & { readonly size: number };
type Bounded = Named & { readonly least: number; readonly most: number };

const SHOWN = 5;

const listed = (things: readonly Named[]): { zh: string; en: string } => {
  const names = things.slice(0, SHOWN).map(({ name }) => name);
  const more = things.length > SHOWN;
  return {
    zh: `${names.join('、')}${more ? `等 ${things.length} 个` : ''}`,
    en: `${names.join(', ')}${more ? ` and ${things.length - SHOWN} more` : ''}`,
  };
};

/**
 * Refuses an assignment that cannot be, telling the office which applications compete for which reviewers.
 * @throws AwardError `PanelTooSmall`, always.
 */
export function refuseShortage(
  shortage: Shortage,
  applications: readonly Wanting[],
  reviewers: readonly Bounded[],
): never {
  throw new AwardError('PanelTooSmall', { values: { detail: detailOf(shortage, applications, reviewers) } });
}

function detailOf(shortage: Shortage, applications: readonly Wanting[], reviewers: readonly Bounded[]): string {
  if (shortage.kind === 'employment') {
    const { name, least } = reviewers[shortage.reviewer] as Bounded;
    return `专家${name}应至少评审 ${least} 个申报，但回避后没有这么多可以分配。/ ${name} should review at least ${least} applications, but too few are left after conflicts.`;
  }
  const competing = shortage.applications.map((row) => applications[row] as Wanting);
  const places = shortage.reviewers.reduce((all, column) => all + (reviewers[column]?.most ?? 0), 0);
  const wanted = competing.reduce((all, application) => all + application.size, 0);
  const names = listed(competing);
  return `申报${names.zh}共需 ${wanted} 人次，回避和工作量上限之外可分配的专家不足（相关 ${shortage.reviewers.length} 位专家合计最多 ${places} 人次）。请增加专家、提高工作量上限或减少每组人数。/ ${names.en} need ${wanted} reviews; after conflicts and load limits too few reviewers are left (${shortage.reviewers.length} reviewers, ${places} reviews at most). Add reviewers, raise their limits or make panels smaller.`;
}
