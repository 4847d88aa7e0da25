import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { casesOf } from './case.ts';
import { checkAudit } from './check-audit.ts';
import { checkAwards } from './check-awards.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkFigures } from './check-figures.ts';
import { checkMarks, checkSelfMarks } from './check-marks.ts';
import { checkObjections } from './check-objections.ts';
import { checkPanels } from './check-panels.ts';
import { checkPaths } from './check-paths.ts';
import { checkPublicity } from './check-publicity.ts';
import { checkResults } from './check-results.ts';
import { checkSetting } from './check-setting.ts';
import { expectedOf } from './expected.ts';
import { directoryOf } from './people.ts';
import type { Problem } from './problem.ts';
import type { SeasonRecord } from './record.ts';

/**
 * Everything in which a season that was played differs from its plan and from the rules (domain.md). Pure: it reads the
 * record and the example's data, and computes with its own arithmetic, ranking and calendar.
 */
export function check(record: SeasonRecord, plan: SeasonPlan): Problem[] {
  const cases = casesOf(record, plan);
  const expected = expectedOf(record, plan);
  const directory = directoryOf(record.people, plan);
  return [
    ...checkSetting(record, plan),
    ...checkPaths(record, plan, expected),
    ...cases.flatMap((each) => checkSelfMarks(plan.seed, each)),
    ...cases.flatMap((each) => checkEvidence(plan.seed, each)),
    ...cases.flatMap((each) => checkMarks(plan.seed, each)),
    ...checkPanels(plan, cases),
    ...cases.flatMap((each) => checkFigures(plan, directory, each)),
    ...checkResults(record, plan, expected),
    ...checkPublicity(record, plan, expected),
    ...checkObjections(record, plan, cases),
    ...checkAwards(record, plan, expected),
    ...checkAudit(record, plan, expected),
  ];
}
