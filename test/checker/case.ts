import type { ReviewerPlan, SeasonPlan, UnitPlan } from '#examples/xicheng-2011/index';
import { directoryOf } from './people.ts';
import type { ApplicationRecord, AssignmentRecord, SeasonRecord, StandardRecord } from './record.ts';

/** A unit of the plan together with what the record holds of it. */
export type Case = {
  readonly unit: UnitPlan;
  readonly application: ApplicationRecord;
  readonly standard: StandardRecord;
  /** The first-level indicator that parts ties. */
  readonly resultsIndicatorId: string;
  readonly panel: readonly Seat[];
};

/** A reviewer who was assigned, matched with the plan's by the name of the account. */
export type Seat = { readonly assignment: AssignmentRecord; readonly reviewer: ReviewerPlan | undefined };

/** The tie indicator that the cycle names, else the one whose name speaks of results (默认: 工作成效). */
function resultsIndicatorOf(standard: StandardRecord, named: string | undefined): string {
  const found = standard.indicators.find((each) =>
    named === undefined ? /成效|成果/.test(each.name) : [each.indicatorId, each.name].includes(named),
  );
  return found?.indicatorId ?? '';
}

/** An entry may be published under a name that an objection corrected, with the correction in brackets. */
export const bearsName = (unit: UnitPlan, name: string): boolean =>
  name === unit.name || name.startsWith(`${unit.name}(`);

/** Every unit of the plan that is in the record; who is missing is told by `checkPaths`. */
export function casesOf(record: SeasonRecord, plan: SeasonPlan): Case[] {
  const directory = directoryOf(record.people, plan);
  return plan.units.flatMap((unit) => {
    const application = record.applications.find((each) => bearsName(unit, each.name));
    const setting = record.cycle.categories.find((each) => each.categoryId === unit.categoryId);
    const standard = record.standards.find(
      (each) => each.standardId === setting?.standardId && each.version === setting.standardVersion,
    );
    if (!application || !standard) return [];
    const panel = application.assignments.map((assignment) => ({
      assignment,
      reviewer: directory.reviewerOf(assignment.reviewerId),
    }));
    return [
      { unit, application, standard, resultsIndicatorId: resultsIndicatorOf(standard, setting?.tieIndicator), panel },
    ];
  });
}

export const pointsOf = (
  standard: StandardRecord,
): readonly { readonly pointId: string; readonly fullMarks: number }[] =>
  standard.indicators.flatMap((indicator) => indicator.points);
