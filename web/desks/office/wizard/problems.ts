import type { Area } from '#domain/areas';
import type { Calendar } from '#domain/calendar';
import type { Category } from '#domain/categories';
import { checkPlan, plannedPublicity } from '#domain/cycle-check';
import { CyclePlan } from '#domain/cycles';
import { AwardError, type FieldProblem } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { checkQuotaAreas } from '#domain/quota-check';
import { wizard } from '#web/messages/wizard.ts';
import { type Place, placeOf } from './places.ts';
import { type PlanState, planInput } from './state.ts';

export type PublishedStandard = {
  readonly standardId: string;
  readonly standardVersion: number;
  readonly categoryId: string;
  readonly name: string;
  readonly label: string;
};

/** What a plan is checked against. */
export type Reference = {
  readonly taxonomy: readonly Category[];
  readonly standards: readonly PublishedStandard[];
  readonly areas: readonly Area[];
  readonly calendar: Calendar;
};

export type PlacedProblem = FieldProblem & Place;

const noStandard = (at: number): FieldProblem => ({
  path: `categories.${at}.standardId`,
  code: 'StandardNotPublished',
  zh: String(wizard.standardWanted.zh),
  en: String(wizard.standardWanted.en),
});

const checkStandards = (plan: CyclePlan, standards: Reference['standards']): FieldProblem[] =>
  plan.categories.flatMap(({ categoryId, standardId, standardVersion }, at) =>
    standards.some(
      (each) =>
        each.categoryId === categoryId && each.standardId === standardId && each.standardVersion === standardVersion,
    )
      ? []
      : [noStandard(at)],
  );

/** What a rule refuses, as fields. */
function refusalsOf(rule: () => unknown): readonly FieldProblem[] {
  try {
    rule();
    return [];
  } catch (error) {
    if (error instanceof AwardError) return error.fields;
    throw error;
  }
}

/** The plan, if its shape is whole. */
export function planOf(state: PlanState): CyclePlan | undefined {
  const parsed = CyclePlan.safeParse(planInput(state));
  return parsed.success ? parsed.data : undefined;
}

/** Everything that is wrong with a plan, by the server's own schema and rules, as far as they are known here. */
export function problemsOf(state: PlanState, { taxonomy, standards, areas, calendar }: Reference): PlacedProblem[] {
  const input = planInput(state);
  const plan = planOf(state);
  if (!plan)
    return placed(
      refusalsOf(() => parseFields(CyclePlan, input)),
      state,
    );
  return placed(
    [
      ...checkPlan(plan, taxonomy),
      ...plan.categories.flatMap(({ quota }, at) => checkQuotaAreas(quota, `categories.${at}.quota`, areas)),
      ...checkStandards(plan, standards),
      ...refusalsOf(() => plannedPublicity(plan, calendar)),
    ],
    state,
  );
}

/** The problems where the form shows them; one rule for all categories is told once. */
export function placed(problems: readonly FieldProblem[], state: PlanState): PlacedProblem[] {
  const seen = new Set<string>();
  return problems
    .map((problem) => ({ ...problem, ...placeOf(problem.path, state) }))
    .filter(({ field, code }) => {
      const key = `${field}/${code}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** The latest published version for a category. */
export const latestOf = (categoryId: string, standards: readonly PublishedStandard[]): PublishedStandard | undefined =>
  standards
    .filter((each) => each.categoryId === categoryId)
    .reduce<PublishedStandard | undefined>(
      (latest, each) => (latest && latest.standardVersion >= each.standardVersion ? latest : each),
      undefined,
    );
