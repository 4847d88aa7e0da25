import type { ObjectionPlan, SeasonPlan } from '#examples/xicheng-2011/index';
import type { Case } from './case.ts';
import { differs, type Problem, problem, when } from './problem.ts';
import type { ObjectionRecord, SeasonRecord } from './record.ts';

/** Nothing more can come of an objection that stands at one of these. */
const closed = ['inadmissible', 'answered', 'archived', 'withdrawn'];

/** What the record calls the ends of the plan. */
const verdicts: Readonly<Record<ObjectionPlan['outcome'], string>> = {
  upheld: 'uphold',
  'partly-upheld': 'upholdPartly',
  dismissed: 'dismiss',
  inadmissible: 'inadmissible',
};

function checkOne(
  plan: ObjectionPlan,
  found: ObjectionRecord | undefined,
  applicationId: string | undefined,
): Problem[] {
  if (!found) return [problem('objection', plan.key, 'is not in the record')];
  return [
    ...differs('objection', plan.key, 'target', found.applicationId, applicationId),
    ...differs('objection', plan.key, 'verdict', found.verdict, verdicts[plan.outcome]),
    ...when(!closed.includes(found.status), 'objection', plan.key, `is ${found.status}, not closed`),
  ];
}

/** Every objection of the plan came to its end, and no award passed while one was open. */
export function checkObjections(record: SeasonRecord, plan: SeasonPlan, cases: readonly Case[]): Problem[] {
  const idOf = (unitKey: string) => cases.find(({ unit }) => unit.unitKey === unitKey)?.application.applicationId;
  const nameOf = (id: string | undefined) =>
    cases.find(({ application }) => application.applicationId === id)?.unit.unitKey ?? 'procedure';
  const foundOf = ({ grounds }: ObjectionPlan) => record.objections.find((each) => each.grounds === grounds);
  const early = record.awards.flatMap(({ applicationId, certificateNumber, namedAt }) =>
    record.objections
      .filter((each) => each.applicationId === undefined || each.applicationId === applicationId)
      .filter(({ closedAt }) => !(Date.parse(closedAt ?? '') <= Date.parse(namedAt ?? '')))
      .map(({ objectionId }) =>
        problem('award', nameOf(applicationId), `${certificateNumber} was given while ${objectionId} was open`),
      ),
  );
  const pending = record.applications
    .filter(({ openObjections }) => openObjections !== 0)
    .map(({ applicationId, openObjections }) =>
      problem('objection', nameOf(applicationId), `${openObjections} still counted as open`),
    );
  return [
    ...plan.objections.flatMap((each) =>
      checkOne(each, foundOf(each), each.target.kind === 'entry' ? idOf(each.target.unitKey) : undefined),
    ),
    ...record.objections
      .filter(({ grounds }) => !plan.objections.some((each) => each.grounds === grounds))
      .map(({ objectionId }) => problem('objection', objectionId, 'is not in the plan')),
    ...early,
    ...pending,
  ];
}
