import type { SeasonPlan, UnitPlan } from '#examples/xicheng-2011/index';
import { milestonesOf } from '../courses.ts';
import type { Outcome } from '../expected.ts';
import type { AssignmentRecord } from '../record.ts';
import type { Actor, Journal } from './journal.ts';
import { actorOf, anybody, officerOf, subjectOf, workflow } from './people.ts';

type Stage = { readonly plan: SeasonPlan; readonly log: Journal };

const recommenderOf = ({ recommenders }: SeasonPlan, unit: UnitPlan): Actor =>
  actorOf(recommenders.find(({ department }) => department === unit.recommender) ?? unit.contact);

/** What a unit and its recommender and the office do until the review begins. */
export function writeIntake({ plan, log }: Stage, unit: UnitPlan): void {
  const { course, times, unitKey } = unit;
  const check = officerOf(plan, 'check');
  const applicant = actorOf(unit.contact);
  const recommender = recommenderOf(plan, unit);
  const act = (at: string, action: string, actor: Actor, details = {}): void =>
    log.write({
      chainId: `application/${unitKey}`,
      at,
      action,
      actor,
      details: { applicationId: unitKey, ...details },
    });

  act(times.submittedAt, 'application.submitted', applicant, { submission: 1 });
  if (course.kind === 'withdrawn' && course.when === 'submitted') {
    act('2026-04-01T09:00:00.000+08:00', 'application.withdrawn', applicant);
    return;
  }
  if (course.kind === 'returned') {
    act(course.returnedAt, 'application.returned', course.by === 'office' ? check : recommender, { by: course.by });
    act(course.resubmittedAt, 'application.resubmitted', applicant, { submission: 2 });
  }
  if (course.kind === 'not-recommended') {
    act(times.recommendedAt, 'application.declined', recommender);
    return;
  }
  act(times.recommendedAt, 'application.recommended', recommender);
  act(times.checkedAt, course.kind === 'rejected' ? 'application.rejected' : 'application.accepted', check);
  const { accepted, assessed, reviewed } = milestonesOf(unit);
  if (assessed) act(times.assessedAt, 'assessment.submitted', applicant, { submission: 1 });
  if (course.kind === 'assessment-returned') {
    act('2026-06-17T09:00:00.000+08:00', 'assessment.supplemented', applicant, { submission: 2 });
  }
  if (accepted && !reviewed && course.kind === 'withdrawn') {
    act('2026-06-22T09:00:00.000+08:00', 'application.withdrawn', applicant);
  }
}

/** Sheets are handed in; the visitor confirms what the office transcribed. */
export function writeReview({ plan, log }: Stage, unit: UnitPlan, panel: readonly AssignmentRecord[]): void {
  const { unitKey, site } = unit;
  for (const { assignmentId, reviewerId } of panel) {
    log.write({
      chainId: `assignment/${assignmentId}`,
      at: '2026-07-01T10:00:00.000+08:00',
      action: 'assignment.submitted',
      actor: { kind: 'person', id: reviewerId },
      details: { applicationId: unitKey, assignmentId },
    });
  }
  const visitor = plan.reviewers.find(({ key }) => key === site.reviewerKey);
  if (!visitor || !milestonesOf(unit).reviewed) return;
  log.write({
    chainId: `application/${unitKey}`,
    at: `${site.visitedOn}T15:00:00.000+08:00`,
    action: 'component.confirmed',
    actor: { kind: 'person', id: subjectOf(visitor) },
    details: { applicationId: unitKey, component: 'site' },
  });
}

/** Whoever leaves in publicity leaves; whoever stays is named. */
export function writeEnd({ log }: Stage, { of: { unit }, named }: Outcome): void {
  const { unitKey, course, contact } = unit;
  const act = (at: string, action: string, actor: Actor): void =>
    log.write({ chainId: `application/${unitKey}`, at, action, actor, details: { applicationId: unitKey } });
  if (course.kind === 'withdrawn' && course.when === 'in-publicity') {
    act('2026-09-21T09:00:00.000+08:00', 'application.withdrawn', actorOf(contact));
  }
  if (named) act('2026-10-28T10:05:00.000+08:00', 'application.named', workflow);
}

/** Every objection comes in from the public or by letter, and is answered by the office. */
export function writeObjections({ plan, log }: Stage): void {
  const check = officerOf(plan, 'check');
  for (const { key, channel, receivedAt, decidedAt, answeredAt, outcome } of plan.objections) {
    const chainId = `objection/${key}`;
    const details = { objectionId: key, channel };
    const actor = channel === 'letter' ? check : anybody;
    log.write({ chainId, at: receivedAt, action: 'objection.received', actor, details });
    if (outcome !== 'inadmissible') {
      log.write({ chainId, at: decidedAt, action: 'objection.determined', actor: check, details });
      log.write({ chainId, at: answeredAt ?? decidedAt, action: 'objection.answered', actor: check, details });
    }
    log.write({ chainId, at: answeredAt ?? decidedAt, action: 'objection.archived', actor: check, details });
  }
}
