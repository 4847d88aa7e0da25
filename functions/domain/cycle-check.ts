import { type Calendar, type PublicityWindow, publicityWindow } from './calendar.ts';
import type { Category } from './categories.ts';
import { components } from './composite.ts';
import { approvalSteps, type CycleCategory, type CyclePlan } from './cycles.ts';
import { dateInShanghai } from './dates.ts';
import { AwardError, type FieldProblem } from './errors.ts';
import { checkGroupRules } from './group-rules-check.ts';
import { millisOf } from './instants.ts';
import { checkQuota } from './quota-check.ts';
import { checkMark, checkResultRules } from './result-check.ts';

/** The most that one commendation (表彰项目) may honour: collectives and persons [src, domain.md §4]. */
const commendationCaps = { collectives: 50, individuals: 150 } as const;

/** The components that a review mode has; the others weigh nothing [set]. */
const componentsOf: Readonly<Record<CycleCategory['reviewMode'], readonly (typeof components)[number][]>> = {
  panel: components,
  sampling: ['documents', 'site'],
  'recommender-only': ['documents'],
};

/** The dates in the order in which they must come. */
const windowOrder = ['opensAt', 'closesAt', 'recommendBy', 'checkBy', 'assessBy', 'reviewBy'] as const;

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

/**
 * Everything in a cycle's plan that its own text shows to be wrong: weights, pass lines, quotas, the order of the
 * dates, the chain of approval, the caps of a commendation. Paths as in the document, `categories.0.weights`.
 */
export const checkPlan = (plan: CyclePlan, taxonomy: readonly Category[]): FieldProblem[] => [
  ...checkMark(plan.bonusCap, 'bonusCap'),
  ...plan.categories.flatMap((category, at) => checkCategory(category, `categories.${at}`, plan, taxonomy)),
  ...checkGroupRules(plan.categories),
  ...checkWindows(plan),
  ...checkChain(plan),
  ...checkCaps(plan, taxonomy),
];

/** A percentage that draws nobody is a mistake: the category would be reviewed otherwise than it says. */
const checkSample = ({ reviewMode, samplePercent }: CycleCategory, path: string): FieldProblem[] =>
  samplePercent === undefined || reviewMode === 'sampling'
    ? []
    : [
        problem(
          path,
          'NotInReviewMode',
          '只有抽查方式需要抽查比例，请删除此项或改为抽查。',
          'Only a category with sampling has a percentage; leave it out, or choose sampling.',
        ),
      ];

function checkCategory(
  category: CycleCategory,
  path: string,
  plan: CyclePlan,
  taxonomy: readonly Category[],
): FieldProblem[] {
  const { categoryId } = category;
  const known = taxonomy.find((each) => each.categoryId === categoryId);
  const twice = plan.categories.filter((each) => each.categoryId === categoryId).length > 1;
  return [
    ...(known
      ? []
      : [problem(`${path}.categoryId`, 'UnknownCategory', '没有这个类别。', 'There is no such category.')]),
    ...(twice ? [problem(`${path}.categoryId`, 'Duplicate', '类别重复。', 'The category occurs twice.')] : []),
    ...checkWeights(category, `${path}.weights`),
    ...checkSample(category, `${path}.samplePercent`),
    ...checkQuota(category, `${path}.quota`, known),
    ...checkResultRules(category, path),
    ...checkPanelSettings(category, path),
  ];
}

function checkWeights({ weights, reviewMode }: CycleCategory, path: string): FieldProblem[] {
  const has = componentsOf[reviewMode];
  const idle = components.filter((component) => !has.includes(component) && weights[component] > 0);
  const sum = has.reduce((total, component) => total + weights[component], 0);
  return [
    ...idle.map((component) =>
      problem(
        `${path}.${component}`,
        'NotInReviewMode',
        '该评审方式没有此项，权重应为 0。',
        'This review mode has no such component; its weight must be 0.',
      ),
    ),
    ...(sum === 100
      ? []
      : [
          problem(
            path,
            'WeightsNotHundred',
            `各项权重之和应为 100，现为 ${sum}。`,
            `The weights must sum to 100; they sum to ${sum}.`,
          ),
        ]),
  ];
}

/** How a panel marks can be settled only where there is a panel. */
function checkPanelSettings(category: CycleCategory, path: string): FieldProblem[] {
  const { arbitrationThreshold, reviewMode } = category;
  if (reviewMode !== 'recommender-only') {
    return arbitrationThreshold === undefined ? [] : checkMark(arbitrationThreshold, `${path}.arbitrationThreshold`);
  }
  const idle = (['blind', 'hideSelfScore', 'arbitrationThreshold', 'preferencePercent'] as const).filter(
    (name) => category[name],
  );
  return idle.map((name) =>
    problem(
      `${path}.${name}`,
      'NotInReviewMode',
      '该评审方式没有评审组，不能设置此项。',
      'This review mode has no panel; leave this out.',
    ),
  );
}

function checkWindows({ windows }: CyclePlan): FieldProblem[] {
  const late = windowOrder.flatMap((name, at) => {
    const before = windowOrder[at - 1];
    if (!before || millisOf(windows[before]) < millisOf(windows[name])) return [];
    return [outOfOrder(`windows.${name}`, before)];
  });
  const publicityInOrder = windows.publicityOn >= dateInShanghai(windows.reviewBy);
  return [...late, ...(publicityInOrder ? [] : [outOfOrder('windows.publicityOn', 'reviewBy')])];
}

const windowWords: Readonly<Record<(typeof windowOrder)[number], { readonly zh: string; readonly en: string }>> = {
  opensAt: { zh: '开始受理', en: 'the opening' },
  closesAt: { zh: '申报截止', en: 'the close of applications' },
  recommendBy: { zh: '推荐截止', en: 'the deadline of recommendations' },
  checkBy: { zh: '形式审查截止', en: 'the deadline of the formal check' },
  assessBy: { zh: '自评截止', en: 'the deadline of self-assessments' },
  reviewBy: { zh: '评审截止', en: 'the deadline of reviews' },
};

const outOfOrder = (path: string, before: (typeof windowOrder)[number]): FieldProblem =>
  problem(
    path,
    'OutOfOrder',
    `应晚于${windowWords[before].zh}。`,
    `This must be later than ${windowWords[before].en}.`,
  );

/** The chain begins with the draft and goes up; nobody acts twice, so no step occurs twice. */
function checkChain({ approvalChain }: CyclePlan): FieldProblem[] {
  const places = approvalChain.map((step) => approvalSteps.indexOf(step));
  const sound = places[0] === 0 && places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
  return sound
    ? []
    : [
        problem(
          'approvalChain',
          'ChainOrder',
          '审批链应从拟稿开始，依次上行，不得重复。',
          'The chain begins with the draft and goes up; no step occurs twice.',
        ),
      ];
}

/** What stands in the group of persons counts as persons, families too; everything else is a collective. */
function checkCaps(plan: CyclePlan, taxonomy: readonly Category[]): FieldProblem[] {
  if (plan.nature !== 'commendation') return [];
  const persons = new Set(taxonomy.filter((each) => each.group === 'person').map((each) => each.categoryId));
  const seats = (wanted: boolean): number =>
    plan.categories
      .filter((each) => persons.has(each.categoryId) === wanted)
      .reduce((total, each) => total + each.quota.total, 0);
  return [
    ...overCap(seats(false), commendationCaps.collectives, '集体', 'collectives'),
    ...overCap(seats(true), commendationCaps.individuals, '个人', 'individuals'),
  ];
}

const overCap = (seats: number, cap: number, zh: string, en: string): FieldProblem[] =>
  seats <= cap
    ? []
    : [
        problem(
          'categories',
          'CommendationCap',
          `表彰项目的${zh}名额合计不得超过 ${cap}，现为 ${seats}。`,
          `A commendation honours at most ${cap} ${en}; the quotas sum to ${seats}.`,
        ),
      ];

/**
 * The publicity as planned, and the last day on which letters are waited for.
 * @throws AwardError `CalendarNotLoaded` at `windows.publicityOn` when a year that it touches is not loaded.
 */
export function plannedPublicity({ windows, publicity }: CyclePlan, calendar: Calendar): PublicityWindow {
  try {
    return publicityWindow({ ...publicity, publishedOn: windows.publicityOn }, calendar);
  } catch (error) {
    if (!(error instanceof AwardError) || error.code !== 'CalendarNotLoaded') throw error;
    const year = String(error.values['year'] ?? '');
    throw new AwardError('CalendarNotLoaded', {
      values: error.values,
      fields: [
        problem(
          'windows.publicityOn',
          'CalendarNotLoaded',
          `公示期涉及 ${year} 年，该年节假日安排尚未载入。`,
          `The publicity touches ${year}, whose holiday table is not loaded.`,
        ),
      ],
    });
  }
}
