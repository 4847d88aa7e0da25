import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { type Fraction, fraction, isSame, shown } from '#local/dossier/fraction';
import type { Expected, Outcome } from './expected.ts';
import { differs, type Problem, problem, when } from './problem.ts';
import type { PublicityRecord, SeasonRecord } from './record.ts';

const isExactly = (text: string | undefined, value: Fraction): boolean =>
  text !== undefined && isSame(fraction(text), value);

/** The frozen row of a unit is what its marks and figures make it. */
function checkRow({ of: { unit, application }, score, rank, shortlisted }: Outcome): Problem[] {
  const { unitKey } = unit;
  const { result } = application;
  if (!score) return when(result?.selected === true, 'result', unitKey, 'selected without a score');
  if (!result) return [problem('result', unitKey, 'was reviewed and has no result')];
  return [
    ...differs('result', unitKey, 'composite as shown', result.shown, shown(score.composite)),
    ...when(!isExactly(result.composite, score.composite), 'result', unitKey, `composite ${result.composite}`),
    ...when(!isExactly(result.documents, score.documents), 'result', unitKey, `documents ${result.documents}`),
    ...differs('result', unitKey, 'passed', result.passed, score.passes),
    ...differs('result', unitKey, 'vetoed', result.vetoed, score.vetoed),
    ...differs('rank', unitKey, 'rank', result.rank, rank),
    ...differs('shortlist', unitKey, 'selected', result.selected, shortlisted),
  ];
}

/** What the plan says of its own ties and of those at 90 exactly. */
function checkPromises(plan: SeasonPlan, { outcomes }: Expected): Problem[] {
  const of = new Map(outcomes.map((outcome) => [outcome.of.unit.unitKey, outcome]));
  const ties = plan.ties.flatMap(({ unitKeys: [first, second], composite, brokenBy }) => {
    const [above, below] = [of.get(first), of.get(second)];
    if (!above?.score || !below?.score) return [problem('rank', first, `the tie with ${second} did not come about`)];
    return [
      ...differs('rank', first, `tie by ${brokenBy}`, shown(above.score.composite), composite),
      ...differs('rank', second, `tie by ${brokenBy}`, shown(below.score.composite), composite),
      ...when((above.rank ?? 0) > (below.rank ?? 0), 'rank', first, `stands below ${second} (${brokenBy})`),
    ];
  });
  const ninety = plan.exactlyNinety.flatMap((unitKey) => {
    const score = of.get(unitKey)?.score;
    return when(!score?.passes || shown(score.composite) !== '90.00', 'result', unitKey, 'is not 90 exactly, or fails');
  });
  return [...ties, ...ninety];
}

const firstOf = ({ publicities }: SeasonRecord): PublicityRecord | undefined =>
  publicities.find(({ number }) => number === 1);

/** No category and no recommender has more places than the plan gives, on the list and in the annex. */
function checkQuotas(record: SeasonRecord, plan: SeasonPlan): Problem[] {
  const applications = new Map(record.applications.map((each) => [each.applicationId, each]));
  const lists = [
    ['list', (firstOf(record)?.entries ?? []).map(({ applicationId }) => applicationId)],
    ['annex', (record.decision?.annex ?? []).map(({ applicationId }) => applicationId)],
  ] as const;
  return lists.flatMap(([name, ids]) =>
    plan.cycle.categories.flatMap(({ categoryId, quota }) => {
      const held = ids.flatMap((id) => applications.get(id) ?? []).filter((each) => each.categoryId === categoryId);
      const over = Object.entries(quota.byRecommender).flatMap(([department, places]) => {
        const taken = held.filter(({ recommender }) => recommender === department).length;
        return when(taken > places, 'quota', `${categoryId} × ${department}`, `${taken} of ${places} on the ${name}`);
      });
      return [
        ...over,
        ...when(held.length > quota.total, 'quota', categoryId, `${held.length} of ${quota.total} on the ${name}`),
      ];
    }),
  );
}

/** What was published first is the proposed list; a later list has lost what was struck off. */
function checkList(record: SeasonRecord, { outcomes }: Expected): Problem[] {
  const first = firstOf(record);
  if (!first) return [problem('shortlist', 'list', 'there is none')];
  const listed = new Set(first.entries.map(({ applicationId }) => applicationId));
  return outcomes.flatMap(({ shortlisted, of: { unit, application } }) =>
    differs('shortlist', unit.unitKey, 'is on the list', listed.has(application.applicationId), shortlisted),
  );
}

export const checkResults = (record: SeasonRecord, plan: SeasonPlan, expected: Expected): Problem[] => [
  ...expected.outcomes.flatMap(checkRow),
  ...expected.undecided.map((equals) =>
    problem('rank', equals.join(' = '), 'some of these equals get a place, without a recorded vote'),
  ),
  ...checkPromises(plan, expected),
  ...checkQuotas(record, plan),
  ...checkList(record, expected),
];
