import type { CycleCategory } from './cycles.ts';
import type { FieldProblem } from './errors.ts';

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

type Ruled = Pick<CycleCategory, 'groupRules'>;

/** Whether two categories compose their panels alike; absent rules are none. */
export const sameGroupRules = (left: Ruled, right: Ruled): boolean =>
  (left.groupRules?.onePerOrganization ?? false) === (right.groupRules?.onePerOrganization ?? false) &&
  (left.groupRules?.outsideExperts ?? 0) === (right.groupRules?.outsideExperts ?? 0);

/** Reviewers are drawn for all categories at once, so one draw has one set of group rules. */
export const rulesDiffer = (path: string): FieldProblem =>
  problem(
    `${path}.groupRules`,
    'GroupRulesDiffer',
    '同一批次各类别的专家一并抽取，分组规则应当一致。',
    'Reviewers are drawn for all categories at once: their group rules must be the same.',
  );

const tooMany = (path: string, wanted: number, size: number): FieldProblem =>
  problem(
    `${path}.groupRules.outsideExperts`,
    'TooManyOutside',
    `外请专家至少 ${wanted} 人，而该组只有 ${size} 人。`,
    `At least ${wanted} outside experts are asked for, but the group has ${size} members.`,
  );

/** The group rules of a plan: alike where there are panels, absent where there are none, and within the panel's size. */
export function checkGroupRules(categories: readonly CycleCategory[]): FieldProblem[] {
  const first = categories.find(({ reviewMode }) => reviewMode !== 'recommender-only');
  return categories.flatMap((category, at) => {
    const path = `categories.${at}`;
    const { reviewMode, groupRules, panelSize, siteTeam } = category;
    if (reviewMode === 'recommender-only') {
      if (!groupRules) return [];
      return [
        problem(`${path}.groupRules`, 'NotInReviewMode', '该评审方式没有评审组。', 'This review mode has no panels.'),
      ];
    }
    const wanted = groupRules?.outsideExperts ?? 0;
    const smallest = Math.min(panelSize, siteTeam ?? panelSize);
    return [
      ...(first && !sameGroupRules(first, category) ? [rulesDiffer(path)] : []),
      ...(wanted > smallest ? [tooMany(path, wanted, smallest)] : []),
    ];
  });
}
