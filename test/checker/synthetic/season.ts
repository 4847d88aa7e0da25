import { createHash } from 'node:crypto';
import { evidenceOf, type SeasonPlan, selfMarkOf, type UnitPlan } from '#examples/xicheng-2011/index';
import { shown } from '#local/dossier/fraction';
import { pointsOf } from '../case.ts';
import { earlyEndOf, milestonesOf, submissionsOf } from '../courses.ts';
import { expectedOf, isStruckOff, type Outcome } from '../expected.ts';
import type {
  ApplicationRecord,
  AssignmentRecord,
  CycleRecord,
  Head,
  ResultRecord,
  SeasonRecord,
  StandardRecord,
} from '../record.ts';
import { writeEnd, writeIntake, writeObjections, writeReview } from './acts.ts';
import { type Journal, journal } from './journal.ts';
import { panelsFor } from './panels.ts';
import { decisionFor, numbersFor, objectionsFor, publicitiesFor } from './papers.ts';
import { officerOf, peopleFor, subjectOf, workflow } from './people.ts';
import { standardsFor } from './standards.ts';

const nowhere: Head = { chainId: '', sequence: 0, hash: '' };

const cycleFor = ({ cycle }: SeasonPlan): CycleRecord => ({ ...cycle, cycleId: 'cycle', status: 'concluded' });

const fileHash = (seed: string, unitKey: string, pointId: string): string =>
  createHash('sha256')
    .update(evidenceOf(seed, unitKey, pointId).bytes)
    .digest('hex');

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
    form: unit.form,
    ...(assessed && { selfMarks: Object.fromEntries(marks) as Record<string, string>, report: unit.report }),
    evidence: assessed ? points.map(({ pointId }) => fileHash(plan.seed, unitKey, pointId)) : [],
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

function talliesOf(applications: readonly ApplicationRecord[]): Record<string, Record<string, number>> {
  const tallies: Record<string, Record<string, number>> = {};
  for (const { categoryId, status } of applications) {
    const byStatus = tallies[categoryId] ?? {};
    tallies[categoryId] = { ...byStatus, [status]: (byStatus[status] ?? 0) + 1 };
  }
  return tallies;
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
    counts: {},
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
  const applications = expected.outcomes.map((outcome): ApplicationRecord => {
    const certificateNumber = numbers.get(outcome.of.unit.unitKey);
    return {
      ...outcome.of.application,
      ...resultOf(outcome),
      status: statusOf(plan, outcome),
      ...(certificateNumber && { certificateNumber }),
      auditHead: log.headOf(`application/${outcome.of.unit.unitKey}`),
    };
  });
  return {
    ...base,
    counts: talliesOf(applications),
    applications,
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
