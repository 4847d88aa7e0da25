import type { Application } from '#domain/applications';
import type { Assessment } from '#domain/assessments';
import type { Avoidance } from '#domain/avoidances';
import type { Cycle } from '#domain/cycles';
import type { AnnexRow, Award, Decision } from '#domain/decisions';
import type { Discussion } from '#domain/discussions';
import type { Dossier } from '#domain/dossier/record';
import type { DrawRecord, Pin } from '#domain/draws';
import type { EvidenceFile } from '#domain/evidence';
import type { Extension } from '#domain/extensions';
import type { ReviewFeedback } from '#domain/feedback';
import type { Gate } from '#domain/gates';
import type { Invitation } from '#domain/invitations';
import type { Job } from '#domain/jobs';
import type { Objection } from '#domain/objections';
import type { Organization } from '#domain/organizations';
import type { Person } from '#domain/people';
import type { Preference } from '#domain/preferences';
import type { Publicity } from '#domain/publicity';
import type { Sent } from '#domain/quotas';
import type { RecommendationOrder } from '#domain/recommendation-order';
import type { Register, RegisterUnit } from '#domain/register';
import type {
  Adjustment,
  Assignment,
  Component,
  Load,
  Panel,
  Reviewer,
  Sheet,
  SiteSheet,
  SiteTeam,
  Veto,
} from '#domain/reviews';
import type { ListRow, ProposedList, Result, ResultRow, Substitution, Vote } from '#domain/selections';
import type { Serial } from '#domain/serials';
import type { SimilarityLook, SimilarityReport } from '#domain/similarity-report';
import { type IndexKeys, type Key, type KeyOf, keys, lists, pending } from './keys.ts';
import type {
  AuditHead,
  DrawRefusal,
  FormDraft,
  IssuedNumber,
  KeptAnswer,
  Locator,
  Membership,
  ObjectorRecord,
  OwnApplication,
  PersonName,
  Registration,
  RoleHolder,
  Snapshot,
  StoredEvent,
  StoredStandard,
  SubmittedSheet,
  Telling,
  UniqueClaim,
} from './records.ts';
import type { Entity } from './table.ts';

const entity = <T>(name: string, key: (of: T) => Key, indexes?: (of: T) => IndexKeys): Entity<T> => ({
  name,
  key,
  ...(indexes && { indexes }),
});

/** The last part is an id: a page goes on after a sort key, so no two items of one list may share it. */
const listed = (pk: string, ...sk: (string | number)[]): IndexKeys => ({ lists: { pk, sk: sk.join('#') } });

export const people = entity<Person>(
  'person',
  (of) => keys.person(of.personId),
  (of) => listed(lists.people(of.personId), of.username, of.personId),
);

export const personNames = entity<PersonName>(
  'person-name',
  (of) => keys.personName(of.personId),
  (of) => listed(lists.peopleNamed(of.personId), of.name, of.personId),
);
export const roleHolders = entity<RoleHolder>('role-holder', (of) => keys.roleHolder(of.role, of.personId));
export const tellings = entity<Telling>('telling', (of) => keys.telling(of.eventId, of.personId));

export const organizations = entity<Organization>(
  'organization',
  (of) => keys.organization(of.organizationId),
  (of) => listed(lists.organizations(of.categoryId, of.organizationId), of.status, of.registeredAt, of.organizationId),
);

export const standards = entity<StoredStandard>(
  'standard',
  (of) => keys.standard(of.standardId, of.standardVersion),
  (of) => listed(lists.standards(of.categoryId), of.standardId, String(of.standardVersion).padStart(9, '0')),
);

export const registers = entity<Register>('register', (of) => keys.register(of.year, of.categoryId));
export const registerUnits = entity<RegisterUnit & { readonly batchId: string; readonly position: number }>(
  'register-unit',
  (of) => keys.registerUnit(of.batchId, of.position),
);

export const registrations = entity<Registration>('registration', (of) =>
  keys.registration(of.personId, of.organizationId),
);
export const ownApplications = entity<OwnApplication>('own-application', (of) =>
  keys.ownApplication(of.organizationId, of.applicationId),
);

export const cycles = entity<Cycle>(
  'cycle',
  (of) => keys.cycle(of.cycleId),
  (of) => listed(lists.cycles(), of.year, of.createdAt, of.cycleId),
);

export const sents = entity<Sent>('sent', (of) => keys.sent(of.cycleId, of.categoryId, of.recommender));
export const recommendationOrders = entity<RecommendationOrder>('recommendation-order', (of) =>
  keys.recommendationOrder(of.cycleId, of.categoryId, of.department),
);
export const extensions = entity<Extension>('extension', (of) => keys.extension(of.cycleId, of.extensionId));

export const memberships = entity<Membership>('membership', (of) => keys.membership(of.cycleId, of.applicationId));

export const applications = entity<Application>(
  'application',
  (of) => keys.application(of.applicationId),
  (of) =>
    listed(
      lists.applications(of.cycleId, of.categoryId, of.applicationId),
      of.status,
      of.statusSince,
      of.applicationId,
    ),
);

export const forms = entity<FormDraft>('form', (of) => keys.form(of.applicationId));
export const assessments = entity<Assessment>('assessment', (of) => keys.assessment(of.applicationId));
export const snapshots = entity<Snapshot>('snapshot', (of) => keys.snapshot(of.applicationId, of.what, of.number));
export const panels = entity<Panel>(
  'panel',
  (of) => keys.panel(of.applicationId),
  (of) => (of.vacant > 0 ? listed(lists.shortPanels(of.cycleId), of.applicationId) : {}),
);

export const assignments = entity<Assignment>(
  'assignment',
  (of) => keys.assignment(of.applicationId, of.assignmentId),
  (of) => listed(lists.queue(of.reviewerId), of.cycleId, of.status, of.dueAt, of.assignmentId),
);

export const sheets = entity<Sheet>('sheet', (of) => keys.sheet(of.assignmentId));
export const submittedSheets = entity<SubmittedSheet>('submitted-sheet', (of) =>
  keys.submittedSheet(of.assignmentId, of.number),
);
export const components = entity<Component>('component', (of) =>
  keys.component(of.cycleId, of.applicationId, of.component),
);
export const adjustments = entity<Adjustment>('adjustment', (of) =>
  keys.adjustment(of.cycleId, of.applicationId, of.adjustmentId),
);
export const siteTeams = entity<SiteTeam>('site-team', (of) => keys.siteTeam(of.cycleId, of.applicationId));
export const siteSheets = entity<SiteSheet>(
  'site-sheet',
  (of) => keys.siteSheet(of.cycleId, of.applicationId, of.reviewerId),
  (of) =>
    of.status === 'withdrawn'
      ? {}
      : listed(lists.siteQueue(of.reviewerId), of.cycleId, of.status, of.organizationName, of.applicationId),
);
export const discussions = entity<Discussion>('discussion', (of) =>
  keys.discussion(of.cycleId, of.applicationId, of.discussionId),
);
export const feedbacks = entity<ReviewFeedback>('review-feedback', (of) =>
  keys.feedback(of.reviewerId, of.cycleId, of.assignmentId),
);
export const similarityReports = entity<SimilarityReport>('similarity-report', (of) =>
  keys.similarityReport(of.cycleId),
);
export const similarityLooks = entity<SimilarityLook>('similarity-look', (of) =>
  keys.similarityLook(of.cycleId, of.left, of.right),
);
export const vetoes = entity<Veto>('veto', (of) => keys.veto(of.cycleId, of.applicationId, of.vetoId));
export const loads = entity<Load>('load', (of) => keys.load(of.cycleId, of.reviewerId));
export const draws = entity<DrawRecord>('draw', (of) => keys.draw(of.cycleId, of.round, of.number));
export const drawRefusals = entity<DrawRefusal>('draw-refusal', (of) => keys.drawRefusal(of.cycleId));
export const pins = entity<Pin>('pin', (of) => keys.pin(of.cycleId, of.applicationId, of.reviewerId));
export const votes = entity<Vote>('vote', (of) => keys.vote(of.cycleId, of.voteId));
export const reviewers = entity<Reviewer>('reviewer', (of) => keys.reviewer(of.reviewerId));
export const invitations = entity<Invitation>(
  'invitation',
  (of) => keys.invitation(of.cycleId, of.reviewerId),
  (of) => listed(lists.invitations(of.reviewerId), of.invitedAt, of.cycleId),
);
export const preferences = entity<Preference>('preference', (of) => keys.preference(of.cycleId, of.reviewerId));
export const avoidances = entity<Avoidance>(
  'avoidance',
  (of) => keys.avoidance(of.cycleId, of.applicationId, of.avoidanceId),
  (of) => listed(lists.avoidances(of.cycleId), of.status, of.filedAt, of.avoidanceId),
);

export const files = entity<EvidenceFile>('file', (of) => keys.file(of.ownerId, of.fileId));
export const locators = entity<Locator>('locator', (of) => keys.locator(of.id));

export const substitutions = entity<Substitution>('substitution', (of) =>
  keys.substitution(of.publicityId, of.vacantId),
);
export const dossiers = entity<Dossier>('dossier', (of) => keys.dossier(of.cycleId, of.number));
export const results = entity<Result>('result', (of) => keys.result(of.resultId));
export const resultRows = entity<ResultRow>(
  'result-row',
  (of) => keys.resultRow(of.resultId, of.categoryId, of.applicationId),
  (of) =>
    listed(
      lists.results(of.resultId, of.categoryId, of.applicationId),
      String(of.rank ?? 999_999_999).padStart(9, '0'),
      of.applicationId,
    ),
);
export const proposedLists = entity<ProposedList>('list', (of) => keys.list(of.listId));
export const listRows = entity<ListRow>(
  'list-row',
  (of) => keys.listRow(of.listId, of.categoryId, of.rank, of.applicationId),
  (of) => listed(lists.listRows(of.listId), of.categoryId, String(of.rank).padStart(9, '0'), of.applicationId),
);

export const publicities = entity<Publicity>(
  'publicity',
  (of) => keys.publicity(of.publicityId),
  (of) => (of.publishedAt ? listed(lists.publicities(), of.publishedAt, of.publicityId) : {}),
);
export const objections = entity<Objection>('objection', (of) => keys.objection(of.publicityId, of.objectionId));
export const objectors = entity<ObjectorRecord>(
  'objector',
  (of) => keys.objector(of.objectionId),
  (of) => (of.filedBy ? listed(lists.ownObjections(of.filedBy), of.objectionId) : {}),
);

export const decisions = entity<Decision>('decision', (of) => keys.decision(of.decisionId));
export const annexRows = entity<AnnexRow>(
  'annex-row',
  (of) => keys.annexRow(of.decisionId, of.position),
  (of) => listed(lists.annexRows(of.decisionId), String(of.position).padStart(9, '0')),
);
export const serials = entity<Serial>('serial', (of) => keys.serial(of.series));
export const issuedNumbers = entity<IssuedNumber>('issued-number', (of) => keys.documentNumber(of.series, of.number));

export const awards = entity<Award>(
  'award',
  (of) => keys.award(of.certificateNumber),
  (of) => ({
    ...listed(lists.awards(of.cycleId, of.certificateNumber), of.certificateNumber),
    ...(of.status === 'valid' && {
      pending: { pk: pending.reReview(of.certificateNumber), sk: `${of.reReviewAt}#${of.certificateNumber}` },
    }),
  }),
);

export const jobs = entity<Job>(
  'job',
  (of) => keys.job(of.jobId),
  (of) => listed(lists.jobs(of.cycleId), of.startedAt, of.jobId),
);

export const gates = entity<Gate>(
  'gate',
  (of) => keys.gate(of.gateId),
  (of) => ({
    ...(of.kind === 'fault' && listed(lists.faults(), of.decidedAt ? 'closed' : 'open', of.openedAt ?? '', of.gateId)),
    ...(of.outcome &&
      !of.deliveredAt && { pending: { pk: pending.delivery(of.gateId), sk: `${of.decidedAt}#GATE#${of.gateId}` } }),
  }),
);

export const auditHeads = entity<AuditHead>('audit-head', (of) => keys.auditHead(of.chainId));
export const auditEvents = entity<StoredEvent>(
  'audit-event',
  (of) => keys.auditEvent(of.chainId, of.sequence),
  (of) => ({
    ...listed(lists.audit(of.at.slice(0, 10), of.chainId), of.at, of.chainId, of.sequence),
    ...(of.pendingSince && {
      pending: { pk: pending.delivery(of.chainId), sk: `${of.pendingSince}#EVENT#${of.chainId}#${of.sequence}` },
    }),
  }),
);

export const keptAnswers = entity<KeptAnswer>('kept-answer', (of) => keys.kept(of.actorId, of.idempotencyKey));
export const uniqueClaims = entity<UniqueClaim>('unique', (of) => keys.unique(...of.of));

/** One document of the office's settings, under its own key. */
export const settingAt = <T extends object>(key: KeyOf<T>): Entity<T> => entity<T>('setting', () => key);
