import { recusalOf, type SeasonPlan } from '#examples/xicheng-2011/index';
import type { Case, Seat } from './case.ts';
import { milestonesOf } from './courses.ts';
import { type Problem, problem, when } from './problem.ts';

const repeated = (items: readonly string[]): string[] => items.filter((item, at) => items.indexOf(item) !== at);

/** Who sat may sit: knows the category, does not work for the unit, and had nothing to recuse for. */
function checkSeat(seed: string, { unit }: Case, { assignment, reviewer }: Seat): Problem[] {
  if (!reviewer) return [];
  const subject = `${unit.unitKey} × ${reviewer.key}`;
  const employed =
    reviewer.organizationUnitKey === unit.unitKey ||
    (unit.creditCode !== undefined && reviewer.organizationCode === unit.creditCode) ||
    reviewer.organizationName === unit.name;
  const { sheet, status } = assignment;
  return [
    ...when(employed, 'panel', subject, 'works for the unit that is reviewed'),
    ...when(!reviewer.categoryIds.includes(unit.categoryId), 'panel', subject, `does not know ${unit.categoryId}`),
    ...when(
      sheet !== undefined && recusalOf(seed, unit.unitKey, reviewer.key) !== undefined,
      'panel',
      subject,
      'should have recused',
    ),
    ...when(
      (sheet !== undefined) !== (status === 'submitted'),
      'sheet',
      subject,
      `is ${status} ${sheet ? 'with' : 'without'} a sheet`,
    ),
  ];
}

/** A reviewed unit has as many sheets as the category's panel, nobody sits on it twice. */
function checkPanel(plan: SeasonPlan, each: Case): Problem[] {
  const { unit, panel } = each;
  const { reviewed, assessed } = milestonesOf(unit);
  const setting = plan.cycle.categories.find(({ categoryId }) => categoryId === unit.categoryId);
  const sheets = panel.filter(({ assignment }) => assignment.sheet !== undefined).length;
  const twice = repeated(panel.map(({ assignment }) => assignment.reviewerId));
  return [
    ...when(
      reviewed && sheets !== setting?.panelSize,
      'panel',
      unit.unitKey,
      `${sheets} sheets, the panel has ${setting?.panelSize}`,
    ),
    ...when(!assessed && panel.length > 0, 'panel', unit.unitKey, 'has a panel, though it did not assess itself'),
    ...twice.map((reviewerId) => problem('panel', unit.unitKey, `${reviewerId} sits on it twice`)),
    ...panel.flatMap((seat) => checkSeat(plan.seed, each, seat)),
  ];
}

/** Nobody has more sheets than they agreed to take. */
const checkLoads = ({ reviewers }: SeasonPlan, cases: readonly Case[]): Problem[] =>
  reviewers.flatMap(({ key, maximumLoad }) => {
    const seats = cases.flatMap(({ panel }) => panel).filter(({ reviewer }) => reviewer?.key === key);
    const load = seats.filter(({ assignment }) => assignment.sheet !== undefined).length;
    return when(load > maximumLoad, 'panel', key, `${load} sheets, ${maximumLoad} at most`);
  });

export const checkPanels = (plan: SeasonPlan, cases: readonly Case[]): Problem[] => [
  ...cases.flatMap((each) => checkPanel(plan, each)),
  ...checkLoads(plan, cases),
];
