import type { CycleCategory } from './cycles.ts';
import { AwardError, type FieldProblem } from './errors.ts';
import { type MarkRange, parseMark } from './marks.ts';

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

const points: MarkRange = { min: 0, max: 10_000 };

/** What is wrong with points given as decimal text, 0 to 100 with at most two decimals. */
export function checkMark(text: string, path: string): FieldProblem[] {
  try {
    parseMark(text, points, path);
    return [];
  } catch (error) {
    if (error instanceof AwardError) return [...error.fields];
    throw error;
  }
}

const FEWEST_REVIEWERS = 3;

/** A panel of fewer than three has no result (domain.md §4), nor has one of fewer than the cycle asks for. */
function checkPanel({ reviewMode, panelSize, panelRule }: CycleCategory, path: string): FieldProblem[] {
  if (reviewMode === 'recommender-only') return [];
  const least = Math.max(reviewMode === 'panel' ? FEWEST_REVIEWERS : 1, panelRule?.minimumSheets ?? 1);
  if (panelSize >= least) return [];
  const en = `A panel has at least ${least} reviewers.`;
  return [problem(`${path}.panelSize`, 'PanelTooSmall', `评审组不得少于 ${least} 人。`, en)];
}

/** Without the committee's vote at its end a chain could leave a tie that nobody may ever part. */
function checkTieChain({ tieChain }: CycleCategory, path: string): FieldProblem[] {
  if (!tieChain || tieChain.at(-1) === 'committee-vote') return [];
  const en = 'The chain ends with the committee’s vote.';
  return [problem(`${path}.tieChain`, 'VoteNotLast', '同分处理顺序应以领导小组表决结尾。', en)];
}

/** The best first, each line below the one before and none below the pass line. */
function checkTiers({ tiers = [], passLine }: CycleCategory, path: string): FieldProblem[] {
  const lines = tiers.map(({ line }, at) => checkMark(line, `${path}.tiers.${at}.line`));
  const names = tiers.map(({ name }) => name);
  const twice = names.flatMap((name, at) =>
    names.indexOf(name) === at
      ? []
      : [problem(`${path}.tiers.${at}.name`, 'Duplicate', `「${name}」重复。`, `"${name}" occurs twice.`)],
  );
  const unreadable = [...lines.flat(), ...twice];
  if (unreadable.length > 0 || checkMark(passLine, path).length > 0) return unreadable;
  const marks = tiers.map(({ line }) => parseMark(line, points, path));
  const least = parseMark(passLine, points, path);
  return marks.flatMap((mark, at) => {
    const linePath = `${path}.tiers.${at}.line`;
    if (mark < least) {
      const en = `This tier’s line is below the pass line of ${passLine}.`;
      return [problem(linePath, 'BelowPassLine', `该等次的分数线低于达标线 ${passLine} 分。`, en)];
    }
    if (at === 0 || mark < (marks[at - 1] ?? 0)) return [];
    const en = 'Name the best tier first; each line is below the one before.';
    return [problem(linePath, 'NotDescending', '等次应从高到低排列，分数线逐级降低。', en)];
  });
}

/** Who visits is drawn beside a panel; where there is none, there is no team either. */
function checkSiteTeam({ siteTeam, reviewMode, weights }: CycleCategory, path: string): FieldProblem[] {
  if (siteTeam === undefined || (reviewMode !== 'recommender-only' && weights.site > 0)) return [];
  const en = 'A site team needs a panel and a site visit that carries weight; leave it out.';
  return [problem(`${path}.siteTeam`, 'NotWeighted', '实地考察组须有评审组且实地考察计入综合分，请删除此项。', en)];
}

/** What is wrong with the rules by which a category's result comes about. */
export const checkResultRules = (category: CycleCategory, path: string): FieldProblem[] => [
  ...checkMark(category.passLine, `${path}.passLine`),
  ...checkPanel(category, path),
  ...checkTieChain(category, path),
  ...checkTiers(category, path),
  ...checkSiteTeam(category, path),
];
