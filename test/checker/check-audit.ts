import type { SeasonPlan } from '#examples/xicheng-2011/index';
import { type Doer, doersOf } from './acts.ts';
import { checkChain, checkHead } from './audit-chain.ts';
import { dayOf } from './calendar.ts';
import { type Case, casesOf } from './case.ts';
import { milestonesOf, submissionsOf } from './courses.ts';
import type { Expected } from './expected.ts';
import { type Directory, directoryOf } from './people.ts';
import { differs, type Problem, problem, when } from './problem.ts';
import type { EventRecord, SeasonRecord } from './record.ts';

type Audit = {
  readonly record: SeasonRecord;
  readonly plan: SeasonPlan;
  readonly directory: Directory;
  readonly caseOf: (event: EventRecord) => Case | undefined;
  readonly administrators: readonly string[];
};

const detail = ({ details }: EventRecord, name: string): string =>
  typeof details[name] === 'string' ? details[name] : '';

/** Two kinds of act are done by different people, depending on what they are about. */
function doersFor(event: EventRecord): readonly Doer[] | undefined {
  const purpose = detail(event, 'purpose');
  if (/^file\.(announced|confirmed|removed)$/.test(event.action)) {
    return ({ 'signed-sheet': ['check'], seal: ['public'] } as const)[purpose as 'seal'] ?? ['applicant'];
  }
  if (/^objection\.(received|inadmissible)$/.test(event.action)) {
    return detail(event, 'channel') === 'letter' ? ['check'] : ['public'];
  }
  if (event.action === 'application.returned') return detail(event, 'by') === 'office' ? ['check'] : ['recommender'];
  return doersOf[event.action];
}

/** The subjects that may stand behind an act as this doer. */
function subjectsOf(audit: Audit, event: EventRecord, doer: Doer): readonly string[] {
  const { plan, directory, record } = audit;
  const unit = audit.caseOf(event)?.unit;
  const all = (people: readonly { readonly username: string }[]) =>
    people.flatMap((person) => directory.subjectOf(person) ?? []);
  switch (doer) {
    case 'applicant':
      return unit ? all([unit.contact]) : [];
    case 'recommender':
      return all(plan.recommenders.filter(({ department }) => department === unit?.recommender));
    case 'reviewer': {
      const assignmentId = detail(event, 'assignmentId');
      const seats = record.applications.flatMap(({ assignments }) => assignments);
      return seats.filter((each) => each.assignmentId === assignmentId).map(({ reviewerId }) => reviewerId);
    }
    case 'visitor':
      return all(plan.reviewers.filter(({ key }) => key === unit?.site.reviewerKey));
    case 'committee':
      return all(plan.committee);
    case 'self':
      return [event.chainId.replace(/^person\//, '')];
    case 'administer':
      return [...all(plan.office.filter(({ duties }) => duties.includes(doer))), ...audit.administrators];
    case 'draft':
    case 'check':
    case 'approve':
      return all(plan.office.filter(({ duties }) => duties.includes(doer)));
    default:
      return [];
  }
}

/** Behind every act stands whoever holds the role, in person, and the request in which it was done. */
function checkEvent(audit: Audit, event: EventRecord): Problem[] {
  const subject = `${event.chainId} #${event.sequence}`;
  const doers = doersFor(event);
  if (!doers) return [problem('audit-actor', subject, `${event.action} is no act that this checker knows`)];
  const { kind, id } = event.actor;
  const isOneOfThem = doers.some((doer) =>
    doer === 'system' || doer === 'public'
      ? kind === doer
      : kind === 'person' && subjectsOf(audit, event, doer).includes(id),
  );
  return [
    ...when(
      !isOneOfThem,
      'audit-actor',
      subject,
      `${event.action} by ${kind} ${audit.directory.nameOf(id)}, not by ${doers.join(' or ')}`,
    ),
    ...when(event.requestId === '', 'audit-request', subject, `${event.action} names no request`),
  ];
}

/** The acts of a unit's own chain that its course asks for, how often, and on which day. */
function checkActs(audit: Audit, each: Case, named: boolean): Problem[] {
  const { unit, application } = each;
  const { unitKey, course, times } = unit;
  const events = audit.record.chains.find(({ chainId }) => chainId === application.auditHead.chainId)?.events ?? [];
  const daysOf = (action: string) => events.filter((event) => event.action === action).map((event) => dayOf(event.at));
  const submissions = submissionsOf(unit);
  const { accepted, assessed, reviewed } = milestonesOf(unit);
  const withdrawnAtOnce = course.kind === 'withdrawn' && course.when === 'submitted';
  const recommended = !withdrawnAtOnce && course.kind !== 'not-recommended';
  const on = (day: string, wanted: boolean): string[] => (wanted ? [dayOf(day)] : []);
  const dated: readonly (readonly [string, readonly string[]])[] = [
    ['application.submitted', on(times.submittedAt, true)],
    ['application.returned', course.kind === 'returned' ? on(course.returnedAt, true) : []],
    ['application.resubmitted', course.kind === 'returned' ? on(course.resubmittedAt, true) : []],
    ['application.declined', on(times.recommendedAt, course.kind === 'not-recommended')],
    ['application.recommended', on(times.recommendedAt, recommended)],
    ['application.rejected', on(times.checkedAt, course.kind === 'rejected')],
    ['application.accepted', on(times.checkedAt, accepted)],
    ['assessment.submitted', on(times.assessedAt, assessed)],
  ];
  const counted: readonly (readonly [string, number])[] = [
    ['assessment.supplemented', Math.max(0, submissions.assessment - 1)],
    ['application.withdrawn', course.kind === 'withdrawn' ? 1 : 0],
    ['component.confirmed', reviewed ? 1 : 0],
    ['application.named', named ? 1 : 0],
  ];
  return [
    ...dated.flatMap(([action, days]) => differs('path', unitKey, `days of ${action}`, daysOf(action), days)),
    ...counted.flatMap(([action, count]) =>
      differs('path', unitKey, `number of ${action}`, daysOf(action).length, count),
    ),
  ];
}

/** A sheet counts if, and only if, its reviewer handed it in. */
function checkSheets({ record }: Audit, { unit, panel }: Case): Problem[] {
  return panel.flatMap(({ assignment: { assignmentId, sheet } }) => {
    const chain = record.chains.find(({ chainId }) => chainId === `assignment/${assignmentId}`);
    const handedIn = chain?.events.some(({ action }) => action === 'assignment.submitted') ?? false;
    return when(
      handedIn !== (sheet !== undefined),
      'sheet',
      unit.unitKey,
      `${assignmentId} was ${handedIn ? '' : 'not '}handed in, and is ${sheet ? '' : 'not '}there`,
    );
  });
}

/** Nobody acts twice in the chain of approval, and whoever checks did not draft. */
function checkApprovals({ record, plan }: Audit): Problem[] {
  const drafted = [...record.publicities.map((each) => [each.publicityId, each] as const)];
  const both = [...drafted, ...(record.list ? [['list', record.list] as const] : [])];
  const steps = record.decision?.approvals ?? [];
  return [
    ...both.flatMap(([subject, { draftedBy, checkedBy }]) =>
      when(checkedBy === undefined || checkedBy === draftedBy, 'audit-actor', subject, `was checked by ${checkedBy}`),
    ),
    ...differs(
      'audit-actor',
      'decision',
      'steps',
      steps.map(({ step }) => step),
      plan.cycle.approvalChain,
    ),
    ...when(
      new Set(steps.map(({ personId }) => personId)).size !== steps.length,
      'audit-actor',
      'decision',
      'somebody acted twice in its chain of approval',
    ),
  ];
}

/** Finds the unit that an event is about: by its application, or by the organization. */
function caseFinder(cases: readonly Case[]): Audit['caseOf'] {
  const index = new Map<string, Case>();
  for (const each of cases) {
    index.set(`application/${each.application.applicationId}`, each);
    index.set(`organization/${each.application.organizationId}`, each);
  }
  return (event) =>
    index.get(event.chainId) ??
    index.get(detail(event, 'ownerId')) ??
    index.get(`application/${detail(event, 'applicationId')}`);
}

export function checkAudit(record: SeasonRecord, plan: SeasonPlan, { outcomes }: Expected): Problem[] {
  const cases = casesOf(record, plan);
  const chains = new Map(record.chains.map((chain) => [chain.chainId, chain]));
  const audit: Audit = {
    record,
    plan,
    directory: directoryOf(record.people, plan),
    caseOf: caseFinder(cases),
    administrators: record.people
      .filter(({ grants }) => grants.some(({ role, duties }) => role === 'office' && duties?.includes('administer')))
      .map(({ personId }) => personId),
  };
  return [
    ...record.chains.flatMap(checkChain),
    ...[record.auditHead, ...record.applications.map(({ auditHead }) => auditHead)].flatMap((head) =>
      checkHead(chains, head),
    ),
    ...record.chains.flatMap(({ events }) => events.flatMap((event) => checkEvent(audit, event))),
    ...outcomes.flatMap(({ of, named }) => checkActs(audit, of, named)),
    ...cases.flatMap((each) => checkSheets(audit, each)),
    ...checkApprovals(audit),
  ];
}
