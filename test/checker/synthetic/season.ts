import { type SeasonPlan, selfMarkOf, type UnitPlan } from '#examples/xicheng-2011/index';
import { pointsOf } from '../case.ts';
import { earlyEndOf, milestonesOf, submissionsOf } from '../courses.ts';
import { type Expected, expectedOf, isStruckOff, type Outcome } from '../expected.ts';
import { shown } from '../fraction.ts';
import type {
  ApplicationRecord,
  AssignmentRecord,
  CycleRecord,
  DecisionRecord,
  Head,
  ObjectionRecord,
  PublicityRecord,
  ResultRecord,
  SeasonRecord,
  StandardRecord,
} from '../record.ts';
import { writeEnd, writeIntake, writeObjections, writeReview } from './acts.ts';
import { type Journal, journal } from './journal.ts';
import { panelsFor } from './panels.ts';
import { officerOf, peopleFor, subjectOf, workflow } from './people.ts';
import { standardsFor } from './standards.ts';

const nowhere: Head = { chainId: '', sequence: 0, hash: '' };

const cycleFor = ({ cycle }: SeasonPlan): CycleRecord => ({ ...cycle, cycleId: 'cycle', status: 'concluded' });

/** The application as its unit and the reviewers leave it, before there is any result. */
function entered(
  plan: SeasonPlan,
  unit: UnitPlan,
  standard: StandardRecord | undefined,
  assignments: readonly AssignmentRecord[],
): ApplicationRecord {
  const { unitKey, name, categoryId, areaId, recommender, site, satisfaction, adjustments, veto } = unit;
  const { reviewed, assessed } = milestonesOf(unit);
  const submissions = submissionsOf(unit);
  const visitor = plan.reviewers.find(({ key }) => key === site.reviewerKey);
  const points = standard ? pointsOf(standard) : [];
  const marks = points.map(({ pointId, fullMarks }) => [pointId, selfMarkOf(plan.seed, unitKey, pointId, fullMarks)]);
  return {
    applicationId: unitKey,
    organizationId: `organization-${unitKey}`,
    name,
    categoryId,
    areaId,
    recommender,
    status: 'under-review',
    submissions: submissions.form,
    assessments: submissions.assessment,
    openObjections: 0,
    ...(assessed && { selfMarks: Object.fromEntries(marks) as Record<string, string> }),
    assignments,
    ...(reviewed && visitor && { site: { score: site.score, reviewerId: subjectOf(visitor) } }),
    ...(reviewed && { satisfaction: { score: satisfaction.score } }),
    adjustments: reviewed ? adjustments.map(({ kind, points: worth }) => ({ kind, points: worth })) : [],
    vetoes: reviewed && veto ? [{ ground: veto.ground }] : [],
    auditHead: nowhere,
  };
}

function resultOf({ score, rank, shortlisted }: Outcome): { result?: ResultRecord } {
  if (!score || rank === undefined) return {};
  const { documents, composite, passes, vetoed } = score;
  return {
    result: {
      documents: `${documents.n}/${documents.d}`,
      composite: `${composite.n}/${composite.d}`,
      shown: shown(composite),
      passed: passes,
      vetoed,
      rank,
      selected: shortlisted,
    },
  };
}

function statusOf(plan: SeasonPlan, { of: { unit }, named, shortlisted }: Outcome): string {
  if (named) return 'named';
  if (!shortlisted) return earlyEndOf(unit) ?? 'not-selected';
  return isStruckOff(plan, unit.unitKey) ? 'removed' : 'withdrawn';
}

/** Numbers by category, in the order of the plan. */
function numbersFor(plan: SeasonPlan, named: readonly Outcome[]): Map<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    named.map(({ of: { unit } }) => {
      const next = (counts.get(unit.categoryId) ?? 0) + 1;
      counts.set(unit.categoryId, next);
      const code = unit.unitKey.slice(0, 2);
      return [unit.unitKey, `${plan.cycle.issuerCode}证〔${plan.cycle.year}〕${code}-${String(next).padStart(4, '0')}`];
    }),
  );
}

const countsOf = (outcomes: readonly Outcome[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { of } of outcomes) counts[of.unit.categoryId] = (counts[of.unit.categoryId] ?? 0) + 1;
  return counts;
};

/** The golden window of 2026-09-18, and the supplementary one that the correction asks for. */
function publicitiesFor(plan: SeasonPlan, { outcomes }: Expected): PublicityRecord[] {
  const of = (number: number, entries: readonly Outcome[]) => ({
    publicityId: `publicity-${number}`,
    number,
    entries: entries.map(({ of: { unit } }) => ({ applicationId: unit.unitKey, name: unit.name })),
    total: entries.length,
    countsByCategory: countsOf(entries),
    draftedBy: officerOf(plan, 'draft').id,
    checkedBy: officerOf(plan, 'check').id,
  });
  return [
    {
      ...of(
        1,
        outcomes.filter(({ shortlisted }) => shortlisted),
      ),
      publishedAt: '2026-09-18T09:00:00.000+08:00',
      firstDay: '2026-09-20',
      lastDay: '2026-09-24',
      endsAt: '2026-09-25T00:00:00.000+08:00',
      graceUntil: '2026-10-01T00:00:00.000+08:00',
      concludedAt: '2026-10-14T11:00:00.000+08:00',
    },
    {
      ...of(
        2,
        outcomes.filter(({ named }) => named),
      ),
      publishedAt: '2026-10-15T09:00:00.000+08:00',
      firstDay: '2026-10-16',
      lastDay: '2026-10-22',
      endsAt: '2026-10-23T00:00:00.000+08:00',
      graceUntil: '2026-10-28T00:00:00.000+08:00',
      concludedAt: '2026-10-28T09:00:00.000+08:00',
    },
  ];
}

const verdicts = {
  upheld: 'uphold',
  'partly-upheld': 'upholdPartly',
  dismissed: 'dismiss',
  inadmissible: 'inadmissible',
};

const objectionsFor = ({ objections }: SeasonPlan): ObjectionRecord[] =>
  objections.map(({ key, target, grounds, receivedAt, outcome, answeredAt, decidedAt }) => ({
    objectionId: key,
    publicityId: 'publicity-1',
    ...(target.kind === 'entry' && { applicationId: target.unitKey }),
    grounds,
    receivedAt,
    status: 'archived',
    verdict: verdicts[outcome],
    closedAt: answeredAt ?? decidedAt,
  }));

function decisionFor(
  plan: SeasonPlan,
  named: readonly Outcome[],
  numbers: ReadonlyMap<string, string>,
): DecisionRecord {
  const counts = countsOf(named);
  const [chair] = plan.committee;
  const parts = Object.entries(counts).map(([categoryId, count]) => `${categoryId}${count}个`);
  const at = '2026-10-28T10:00:00.000+08:00';
  return {
    documentNumber: `${plan.cycle.issuerCode}〔${plan.cycle.year}〕1号`,
    signedAt: at,
    body: `经研究,决定授予某单位等${named.length}个申报主体称号,其中${parts.join('、')}。`,
    total: named.length,
    countsByCategory: counts,
    annex: named.map(({ of: { unit } }) => ({
      applicationId: unit.unitKey,
      categoryId: unit.categoryId,
      name: unit.name,
      certificateNumber: numbers.get(unit.unitKey) ?? '',
    })),
    approvals: [
      { step: 'draft', personId: officerOf(plan, 'draft').id, at },
      { step: 'check', personId: officerOf(plan, 'check').id, at },
      { step: 'approve', personId: officerOf(plan, 'approve').id, at },
      { step: 'sign', personId: chair ? subjectOf(chair) : '', at },
    ],
  };
}

/** All acts, in their chains. */
function written(
  plan: SeasonPlan,
  outcomes: readonly Outcome[],
  panels: ReadonlyMap<string, AssignmentRecord[]>,
): Journal {
  const log = journal();
  const cycle = { chainId: 'cycle/cycle', details: { cycleId: 'cycle' } };
  const administer = officerOf(plan, 'administer');
  log.write({ ...cycle, at: '2026-02-27T09:00:00.000+08:00', action: 'cycle.created', actor: administer });
  for (const unit of plan.units) {
    writeIntake({ plan, log }, unit);
    writeReview({ plan, log }, unit, panels.get(unit.unitKey) ?? []);
  }
  writeObjections({ plan, log });
  for (const outcome of outcomes) writeEnd({ plan, log }, outcome);
  log.write({ ...cycle, at: '2026-10-28T10:10:00.000+08:00', action: 'cycle.concluded', actor: workflow });
  return log;
}

/** The record of a season that went exactly by its plan. */
export function playedBy(plan: SeasonPlan): SeasonRecord {
  const standards = standardsFor(plan);
  const panels = panelsFor(plan, standards);
  const base: SeasonRecord = {
    exportedAt: '2026-10-29T09:00:00.000+08:00',
    cycle: cycleFor(plan),
    standards,
    people: peopleFor(plan),
    applications: plan.units.map((unit) => {
      const standard = standards.find(({ categoryId }) => categoryId === unit.categoryId);
      return entered(plan, unit, standard, panels.get(unit.unitKey) ?? []);
    }),
    votes: plan.ties.filter(({ brokenBy }) => brokenBy === 'vote').map(({ unitKeys }) => unitKeys),
    list: { draftedBy: officerOf(plan, 'draft').id, checkedBy: officerOf(plan, 'check').id },
    publicities: [],
    objections: objectionsFor(plan),
    awards: [],
    certificates: [],
    chains: [],
    auditHead: nowhere,
  };
  const expected = expectedOf(base, plan);
  const named = expected.outcomes.filter((outcome) => outcome.named);
  const numbers = numbersFor(plan, named);
  const log = written(plan, expected.outcomes, panels);
  const decision = decisionFor(plan, named, numbers);
  return {
    ...base,
    applications: expected.outcomes.map((outcome) => {
      const certificateNumber = numbers.get(outcome.of.unit.unitKey);
      return {
        ...outcome.of.application,
        ...resultOf(outcome),
        status: statusOf(plan, outcome),
        ...(certificateNumber && { certificateNumber }),
        auditHead: log.headOf(`application/${outcome.of.unit.unitKey}`),
      };
    }),
    publicities: publicitiesFor(plan, expected),
    decision,
    awards: decision.annex.map(({ applicationId, categoryId, certificateNumber }) => ({
      applicationId,
      categoryId,
      certificateNumber,
      status: 'valid',
      namedOn: '2026-10-28',
      validUntil: '2029-10-28',
      namedAt: '2026-10-28T10:05:00.000+08:00',
    })),
    certificates: decision.annex.map(({ certificateNumber, name }) => ({ certificateNumber, name, status: 'valid' })),
    chains: log.chains(),
    auditHead: log.headOf('cycle/cycle'),
  };
}
