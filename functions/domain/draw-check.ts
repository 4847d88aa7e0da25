import { inWords } from './barrier-words.ts';
import { type Cycle, categoryOf } from './cycles.ts';
import { type Barrier, barriersIn, type DrawProblem } from './draw-problem.ts';
import { AwardError, type FieldProblem } from './errors.ts';
import { rulesDiffer, sameGroupRules } from './group-rules-check.ts';

const MOST_TOLD = 200;
const minimumByDefault = 3;

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

/** What the plan itself makes impossible. */
function settingProblems(cycle: Cycle, { applications, round }: DrawProblem): FieldProblem[] {
  const drawn = new Set(applications.map(({ categoryId }) => categoryId));
  const first = categoryOf(cycle, applications[0]?.categoryId ?? '');
  return cycle.categories.flatMap((category, at) => {
    const { categoryId, panelSize, panelRule } = category;
    if (!drawn.has(categoryId)) return [];
    const minimum = panelRule?.minimumSheets ?? minimumByDefault;
    return [
      ...(round === 'documents' && panelSize < minimum
        ? [
            problem(
              `categories.${at}.panelSize`,
              'PanelTooSmall',
              `评审组不得少于 ${minimum} 人，现为 ${panelSize} 人；人数不足不能得出结果。`,
              `A panel has at least ${minimum} reviewers, not ${panelSize}: fewer give no result.`,
            ),
          ]
        : []),
      ...(first && !sameGroupRules(first, category) ? [rulesDiffer(`categories.${at}`)] : []),
    ];
  });
}

/** Pins that a conflict or another category forbids, or that are more than a panel or a reviewer takes. */
function pinProblems({ applications, reviewers, fit, pins, ...rest }: DrawProblem): FieldProblem[] {
  const byRow = new Map<number, number>();
  const byColumn = new Map<number, number>();
  const barred = pins.flatMap(([row, column]) => {
    byRow.set(row, (byRow.get(row) ?? 0) + 1);
    byColumn.set(column, (byColumn.get(column) ?? 0) + 1);
    const application = applications[row];
    const reviewer = reviewers[column];
    if (!application || !reviewer) throw new RangeError(`A pin of a stranger: ${row}, ${column}`);
    const barriers = barriersIn(fit[row * reviewers.length + column] as number);
    if (barriers.length === 0) return [];
    const { zh, en } = inWords(barriers);
    return problem(
      `pins.${application.applicationId}.${reviewer.reviewerId}`,
      barriers[0] as string,
      `指定的专家${reviewer.name}不能评审「${application.name}」：${zh}。请撤销该指定。`,
      `${reviewer.name} is pinned to ${application.name} but ${en}. Take the pin away.`,
    );
  });
  const crowded = [...byRow].flatMap(([row, count]) => {
    const { applicationId, name, size } = applications[row] ?? { applicationId: '', name: '', size: 0 };
    if (count <= size) return [];
    return problem(
      `pins.${applicationId}`,
      'TooManyPins',
      `「${name}」的评审组为 ${size} 人，指定了 ${count} 人。`,
      `The panel of ${name} has ${size} reviewers; ${count} are pinned.`,
    );
  });
  const loaded = [...byColumn].flatMap(([column, count]) => {
    const { reviewerId, name, most } = reviewers[column] ?? { reviewerId: '', name: '', most: 0 };
    if (count <= most) return [];
    return problem(
      `reviewers.${reviewerId}.maximumLoad`,
      'PinsBeyondLoad',
      `专家${name}至多评审 ${most} 个申报，指定了 ${count} 个。`,
      `${name} takes ${most} applications at most; ${count} are pinned.`,
    );
  });
  return rest.round === 'documents' ? [...barred, ...crowded, ...loaded] : [];
}

/** Applications for which fewer reviewers are free than their panel needs, with what holds the others back. */
function freeProblems({ applications, reviewers, fit }: DrawProblem): FieldProblem[] {
  const width = reviewers.length;
  return applications.flatMap(({ applicationId, name, size }, row) => {
    const own = fit.subarray(row * width, (row + 1) * width);
    const free = own.reduce((count, value) => count + Number(value >= 0), 0);
    if (free >= size) return [];
    const counts = new Map<Barrier, number>();
    for (const value of own) for (const each of barriersIn(value)) counts.set(each, (counts.get(each) ?? 0) + 1);
    const told = (language: 'zh' | 'en'): string =>
      [...counts]
        .map(([barrier, count]) => `${inWords([barrier])[language]} ${count}`)
        .join(language === 'zh' ? '，' : ', ');
    return problem(
      `applications.${applicationId}`,
      'TooFewFree',
      `「${name}」需要 ${size} 位专家，专家库 ${width} 人中可评审的只有 ${free} 人${told('zh') && `（${told('zh')}）`}。请增加专家。`,
      `${name} needs ${size} reviewers; of ${width} in the pool only ${free} may review it${told('en') && ` (${told('en')})`}. Add reviewers.`,
    );
  });
}

/**
 * What makes a draw impossible and can be told without solving it.
 * @throws AwardError `InvalidInput` for settings and pins that clash, `PanelTooSmall` where too few are free.
 */
export function checkDraw(cycle: Cycle, of: DrawProblem): void {
  const clashes = [...settingProblems(cycle, of), ...pinProblems(of)].slice(0, MOST_TOLD);
  if (clashes.length > 0) throw new AwardError('InvalidInput', { fields: clashes });
  const fields = freeProblems(of).slice(0, MOST_TOLD);
  const [first] = fields;
  if (!first) return;
  throw new AwardError('PanelTooSmall', { values: { detail: { zh: first.zh, en: first.en } }, fields });
}
