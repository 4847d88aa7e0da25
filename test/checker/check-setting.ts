import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { differs, type Problem, problem, when } from './problem.ts';
import type { SeasonRecord, StandardRecord } from './record.ts';
import { sorted } from './sorted.ts';
import { fullMarksByLaw } from './standards-by-law.ts';

function checkCycle({ cycle }: SeasonRecord, { cycle: planned }: SeasonPlan): Problem[] {
  const categories = planned.categories.flatMap(({ categoryId, panelSize, weights, passLine, quota }) => {
    const found = cycle.categories.find((each) => each.categoryId === categoryId);
    if (!found) return [problem('cycle', categoryId, 'the cycle lacks this category')];
    const asked = { panelSize, weights, passLine, quota };
    const held = { panelSize: found.panelSize, weights: found.weights, passLine: found.passLine, quota: found.quota };
    return differs('cycle', categoryId, 'setting', sorted(held), sorted(asked));
  });
  return [
    ...categories,
    ...differs('cycle', cycle.cycleId, 'bonus cap', cycle.bonusCap, planned.bonusCap),
    ...differs('cycle', cycle.cycleId, 'validity', cycle.validYears, planned.validYears),
    ...differs('cycle', cycle.cycleId, 'correction days', cycle.correctionDays, planned.correctionDays),
    ...differs('cycle', cycle.cycleId, 'approval chain', cycle.approvalChain, planned.approvalChain),
    ...differs('cycle', cycle.cycleId, 'publicity', sorted(cycle.publicity), sorted(planned.publicity)),
    ...differs('cycle', cycle.cycleId, 'windows', sorted(cycle.windows), sorted(planned.windows)),
    ...differs('cycle', cycle.cycleId, 'status', cycle.status, 'concluded'),
  ];
}

/** A standard's points sum to 100, and the published ones have the marks that were published. */
function checkStandard({ standardId, categoryId, indicators }: StandardRecord): Problem[] {
  const marks = indicators.map(({ points }) => points.map(({ fullMarks }) => fullMarks / 100));
  const total = marks.flat().reduce((all, each) => all + each, 0);
  const law = fullMarksByLaw[categoryId];
  return [
    ...when(total !== 100, 'standard', standardId, `full marks sum to ${total}`),
    ...(law ? differs('standard', standardId, 'full marks', marks, law) : []),
  ];
}

export const checkSetting = (record: SeasonRecord, plan: SeasonPlan): Problem[] => [
  ...checkCycle(record, plan),
  ...record.standards.flatMap(checkStandard),
];
