import { createHash } from 'node:crypto';
import type { Application } from '#domain/applications';
import type { Assessment } from '#domain/assessments';
import type { Avoidance } from '#domain/avoidances';
import type { Cycle } from '#domain/cycles';
import type { AnnexRow, Award, Decision } from '#domain/decisions';
import type { Discussion } from '#domain/discussions';
import type { Dossier } from '#domain/dossier/record';
import type { DrawRecord, DrawRound, Pin } from '#domain/draws';
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
import type {
  AuditHead,
  DrawRefusal,
  FormDraft,
  IssuedNumber,
  KeptAnswer,
  Locator,
  Membership,
  ObjectorRecord,
  OfficeRole,
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

/** Where an item lies. Every access pattern of docs/data-model.md uses one of these and nothing else. */
export type Key = { readonly pk: string; readonly sk: string };
/** `lists` serves the lists of the desks, `pending` holds only what still has to be delivered or falls due. */
export type IndexName = 'lists' | 'pending';
export type IndexKeys = { readonly lists?: Key; readonly pending?: Key };

export const SHARDS = 4;

/** A key that knows what lies there. The type exists for the compiler only. */
export type KeyOf<T> = Key & { readonly holds?: T };

/** The shard of an id: stable, and even over many ids. */
export const shardOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) % SHARDS;

export const shards = Array.from({ length: SHARDS }, (_, shard) => shard);

const single = (pk: string): Key => ({ pk, sk: '-' });
const within = (pk: string, ...sk: (string | number)[]): Key => ({ pk, sk: sk.join('#') });
const padded = (value: number): string => String(value).padStart(9, '0');

export const keys = {
  person: (personId: string): KeyOf<Person> => single(`PERSON#${personId}`),
  /** Found by the name as well: an item stands in a list once, and the person stands in that by user name. */
  personName: (personId: string): KeyOf<PersonName> => within(`PERSON#${personId}`, 'NAME'),
  /** Whom the office gave a role: found without looking through everybody. */
  roleHolder: (role: OfficeRole, personId: string): KeyOf<RoleHolder> => within(`ROLE#${role}`, personId),
  /** That a person was told of an event, so that nobody is told twice. */
  telling: (eventId: string, personId: string): KeyOf<Telling> => within(`TOLD#${eventId}`, personId),
  setting: <T>(name: string): KeyOf<T> => within('SETTING', name),
  organization: (organizationId: string): KeyOf<Organization> => single(`ORGANIZATION#${organizationId}`),
  /** That a person registered an organization: found before it is confirmed and they speak for it. */
  registration: (personId: string, organizationId: string): KeyOf<Registration> =>
    within(`REGISTRATIONS#${personId}`, organizationId),
  ownApplication: (organizationId: string, applicationId: string): KeyOf<OwnApplication> =>
    within(`OWN#${organizationId}`, applicationId),
  standard: (standardId: string, version: number): KeyOf<StoredStandard> =>
    within(`STANDARD#${standardId}`, padded(version)),
  /** The register in force of a year and category points at the batches in which its units were staged. */
  register: (year: number, categoryId: string): KeyOf<Register> => within(`REGISTER#${year}`, categoryId),
  registerUnit: (batchId: string, position: number): KeyOf<RegisterUnit> =>
    within(`REGISTER-BATCH#${batchId}`, padded(position)),

  cycle: (cycleId: string): KeyOf<Cycle> => single(`CYCLE#${cycleId}`),
  sent: (cycleId: string, categoryId: string, recommender: string): KeyOf<Sent> =>
    within(`CYCLE#${cycleId}#SENT`, categoryId, recommender),
  recommendationOrder: (cycleId: string, categoryId: string, department: string): KeyOf<RecommendationOrder> =>
    within(`CYCLE#${cycleId}#RECOMMENDATION-ORDER`, categoryId, department),
  tally: (cycleId: string, shard: number) => within(`CYCLE#${cycleId}#TALLY`, shard),
  extension: (cycleId: string, extensionId: string): KeyOf<Extension> =>
    within(`CYCLE#${cycleId}#EXTENSION`, extensionId),
  membership: (cycleId: string, applicationId: string): KeyOf<Membership> =>
    within(keys.memberShard(cycleId, shardOf(applicationId)), applicationId),
  memberShard: (cycleId: string, shard: number): string => `CYCLE#${cycleId}#MEMBER#${shard}`,

  application: (applicationId: string): KeyOf<Application> => single(`APPLICATION#${applicationId}`),
  form: (applicationId: string): KeyOf<FormDraft> => within(`APPLICATION#${applicationId}`, 'FORM'),
  assessment: (applicationId: string): KeyOf<Assessment> => within(`APPLICATION#${applicationId}`, 'ASSESSMENT'),
  snapshot: (applicationId: string, what: string, number: number): KeyOf<Snapshot> =>
    within(`APPLICATION#${applicationId}`, 'SNAPSHOT', what, padded(number)),
  panel: (applicationId: string): KeyOf<Panel> => within(`APPLICATION#${applicationId}`, 'PANEL'),
  assignment: (applicationId: string, assignmentId: string): KeyOf<Assignment> =>
    within(`APPLICATION#${applicationId}`, 'ASSIGNMENT', assignmentId),

  /** What is entered beside the sheets lies by cycle, so that the results are computed without asking one by one. */
  component: (cycleId: string, applicationId: string, component: string): KeyOf<Component> =>
    within(`CYCLE#${cycleId}#COMPONENT`, applicationId, component),
  adjustment: (cycleId: string, applicationId: string, adjustmentId: string): KeyOf<Adjustment> =>
    within(`CYCLE#${cycleId}#ADJUSTMENT`, applicationId, adjustmentId),
  siteTeam: (cycleId: string, applicationId: string): KeyOf<SiteTeam> =>
    within(`CYCLE#${cycleId}#SITE-TEAM`, applicationId),
  siteSheet: (cycleId: string, applicationId: string, reviewerId: string): KeyOf<SiteSheet> =>
    within(`CYCLE#${cycleId}#SITE-SHEET`, applicationId, reviewerId),
  discussion: (cycleId: string, applicationId: string, discussionId: string): KeyOf<Discussion> =>
    within(`CYCLE#${cycleId}#DISCUSSION`, applicationId, discussionId),
  /** What the office thought of a reviewer's reviews lies with the reviewer, over all cycles. */
  feedback: (reviewerId: string, cycleId: string, assignmentId: string): KeyOf<ReviewFeedback> =>
    within(`FEEDBACK#${reviewerId}`, cycleId, assignmentId),
  similarityReport: (cycleId: string): KeyOf<SimilarityReport> => within(`CYCLE#${cycleId}#SIMILARITY`, 'REPORT'),
  similarityLook: (cycleId: string, left: string, right: string): KeyOf<SimilarityLook> =>
    within(`CYCLE#${cycleId}#SIMILARITY-LOOK`, left, right),
  veto: (cycleId: string, applicationId: string, vetoId: string): KeyOf<Veto> =>
    within(`CYCLE#${cycleId}#VETO`, applicationId, vetoId),

  /** Where an assignment or a file lies, found by its id alone. */
  locator: (id: string): KeyOf<Locator> => single(`LOCATOR#${id}`),
  file: (ownerId: string, fileId: string): KeyOf<EvidenceFile> => within(`FILES#${ownerId}`, fileId),
  sheet: (assignmentId: string): KeyOf<Sheet> => within(`SHEET#${assignmentId}`, 'NOW'),
  submittedSheet: (assignmentId: string, number: number): KeyOf<SubmittedSheet> =>
    within(`SHEET#${assignmentId}`, 'SUBMITTED', padded(number)),
  reviewer: (reviewerId: string): KeyOf<Reviewer> => within('REVIEWERS', reviewerId),
  invitation: (cycleId: string, reviewerId: string): KeyOf<Invitation> =>
    within(`CYCLE#${cycleId}#INVITATION`, reviewerId),
  preference: (cycleId: string, reviewerId: string): KeyOf<Preference> =>
    within(`CYCLE#${cycleId}#PREFERENCE`, reviewerId),
  /** By cycle, so that the draw reads them all at once. */
  avoidance: (cycleId: string, applicationId: string, avoidanceId: string): KeyOf<Avoidance> =>
    within(`CYCLE#${cycleId}#AVOIDANCE`, applicationId, avoidanceId),
  load: (cycleId: string, reviewerId: string): KeyOf<Load> => within(`CYCLE#${cycleId}#LOAD`, reviewerId),
  /** The last number of a round is in force. */
  draw: (cycleId: string, round: DrawRound, number: number): KeyOf<DrawRecord> =>
    within(`CYCLE#${cycleId}#DRAW`, round, padded(number)),
  /** Why the last attempt to draw was refused, for the office that must make it possible. */
  drawRefusal: (cycleId: string): KeyOf<DrawRefusal> => within(`CYCLE#${cycleId}#DRAW-REFUSAL`, 'LAST'),
  pin: (cycleId: string, applicationId: string, reviewerId: string): KeyOf<Pin> =>
    within(`CYCLE#${cycleId}#PIN`, applicationId, reviewerId),
  vote: (cycleId: string, voteId: string): KeyOf<Vote> => within(`CYCLE#${cycleId}#VOTE`, voteId),

  dossier: (cycleId: string, number: number): KeyOf<Dossier> => within(`CYCLE#${cycleId}#DOSSIER`, padded(number)),

  result: (resultId: string): KeyOf<Result> => single(`RESULT#${resultId}`),
  resultRow: (resultId: string, categoryId: string, applicationId: string): KeyOf<ResultRow> =>
    within(`RESULT#${resultId}`, 'ROW', categoryId, applicationId),
  list: (listId: string): KeyOf<ProposedList> => single(`LIST#${listId}`),
  listRow: (listId: string, categoryId: string, rank: number, applicationId: string): KeyOf<ListRow> =>
    within(`LIST#${listId}`, 'ROW', categoryId, padded(rank), applicationId),

  publicity: (publicityId: string): KeyOf<Publicity> => single(`PUBLICITY#${publicityId}`),
  objection: (publicityId: string, objectionId: string): KeyOf<Objection> =>
    within(`PUBLICITY#${publicityId}`, 'OBJECTION', objectionId),
  substitution: (publicityId: string, vacantId: string): KeyOf<Substitution> =>
    within(`PUBLICITY#${publicityId}`, 'SUBSTITUTION', vacantId),
  objector: (objectionId: string): KeyOf<ObjectorRecord> => single(`OBJECTOR#${objectionId}`),

  decision: (decisionId: string): KeyOf<Decision> => single(`DECISION#${decisionId}`),
  annexRow: (decisionId: string, position: number): KeyOf<AnnexRow> =>
    within(`DECISION#${decisionId}`, 'ROW', padded(position)),
  award: (certificateNumber: string): KeyOf<Award> => single(`AWARD#${certificateNumber}`),
  serial: (series: string): KeyOf<Serial> => within('SERIAL', series),
  documentNumber: (series: string, number: number): KeyOf<IssuedNumber> => within(`NUMBERS#${series}`, padded(number)),

  job: (jobId: string): KeyOf<Job> => single(`JOB#${jobId}`),
  gate: (gateId: string): KeyOf<Gate> => single(`GATE#${gateId}`),
  auditHead: (chainId: string): KeyOf<AuditHead> => within(`AUDIT#${chainId}`, 'HEAD'),
  auditEvent: (chainId: string, sequence: number): KeyOf<StoredEvent> =>
    within(`AUDIT#${chainId}`, 'EVENT', padded(sequence)),
  kept: (actorId: string, idempotencyKey: string): KeyOf<KeptAnswer> => single(`KEPT#${actorId}#${idempotencyKey}`),
  /** Names may hold any sign, so the parts are kept apart by JSON: no two claims share a key. */
  unique: (...of: string[]): KeyOf<UniqueClaim> => single(`UNIQUE#${JSON.stringify(of)}`),
} as const;

/** The partitions of the index `lists`. */
export const lists = {
  people: (personId: string) => `PEOPLE#${shardOf(personId)}`,
  peopleShards: () => shards.map((shard) => `PEOPLE#${shard}`),
  peopleNamed: (personId: string) => `PEOPLE-NAMED#${shardOf(personId)}`,
  peopleNamedShards: () => shards.map((shard) => `PEOPLE-NAMED#${shard}`),
  organizations: (categoryId: string, organizationId: string) =>
    `ORGANIZATIONS#${categoryId}#${shardOf(organizationId)}`,
  organizationShards: (categoryId: string) => shards.map((shard) => `ORGANIZATIONS#${categoryId}#${shard}`),
  cycles: () => 'CYCLES',
  standards: (categoryId: string) => `STANDARDS#${categoryId}`,
  applications: (cycleId: string, categoryId: string, applicationId: string) =>
    `APPLICATIONS#${cycleId}#${categoryId}#${shardOf(applicationId)}`,
  applicationShards: (cycleId: string, categoryId: string) =>
    shards.map((shard) => `APPLICATIONS#${cycleId}#${categoryId}#${shard}`),
  shortPanels: (cycleId: string) => `SHORT-PANELS#${cycleId}`,
  results: (resultId: string, categoryId: string, applicationId: string) =>
    `RESULTS#${resultId}#${categoryId}#${shardOf(applicationId)}`,
  resultShards: (resultId: string, categoryId: string) =>
    shards.map((shard) => `RESULTS#${resultId}#${categoryId}#${shard}`),
  queue: (reviewerId: string) => `QUEUE#${reviewerId}`,
  siteQueue: (reviewerId: string) => `SITE-QUEUE#${reviewerId}`,
  invitations: (reviewerId: string) => `INVITATIONS#${reviewerId}`,
  avoidances: (cycleId: string) => `AVOIDANCES#${cycleId}`,
  jobs: (cycleId: string) => `JOBS#${cycleId}`,
  listRows: (listId: string) => `LIST-ROWS#${listId}`,
  annexRows: (decisionId: string) => `ANNEX-ROWS#${decisionId}`,
  publicities: () => 'PUBLICITIES',
  ownObjections: (personId: string) => `OWN-OBJECTIONS#${personId}`,
  awards: (cycleId: string, certificateNumber: string) => lists.awardShard(cycleId, shardOf(certificateNumber)),
  awardShard: (cycleId: string, shard: number): string => `AWARDS#${cycleId}#${shard}`,
  audit: (day: string, chainId: string) => `AUDIT#${day}#${shardOf(chainId)}`,
  auditShards: (day: string) => shards.map((shard) => `AUDIT#${day}#${shard}`),
  faults: () => 'FAULTS',
} as const;

/** The partitions of the sparse index `pending`. */
export const pending = {
  delivery: (id: string) => pending.deliveryShard(shardOf(id)),
  deliveryShard: (shard: number) => `DELIVERY#${shard}`,
  reReview: (certificateNumber: string) => pending.reReviewShard(shardOf(certificateNumber)),
  reReviewShard: (shard: number) => `RE-REVIEW#${shard}`,
} as const;
