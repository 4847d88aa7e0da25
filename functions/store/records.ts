import type { ApplicationForm } from '#domain/applications';
import type { AuditEvent } from '#domain/audit';
import type { FieldProblem, ProblemCode } from '#domain/errors';
import type { Objector } from '#domain/objections';
import type { Role } from '#domain/people';
import type { Sheet } from '#domain/reviews';
import type { Standard } from '#domain/standards';

/** Records that only the store and the verbs know; what the office knows is in `domain`. */

/** The form of an application while it is written; its submissions are kept as snapshots. */
export type FormDraft = { readonly applicationId: string; readonly form: ApplicationForm };

/** What was submitted, frozen, with the versions of its evidence. */
export type Snapshot = {
  readonly applicationId: string;
  readonly what: 'form' | 'assessment';
  readonly number: number;
  readonly at: string;
  readonly by: string;
  readonly content: unknown;
  readonly evidence: readonly { readonly fileId: string; readonly objectVersion: string; readonly sha256: string }[];
};

/** A standard as stored: `version` of an item counts its changes, so the standard's own version has another name. */
export type StoredStandard = Omit<Standard, 'version'> & { readonly standardVersion: number };

/** A sheet as it was handed in the n-th time, and by when it was due. */
export type SubmittedSheet = Sheet & { readonly number: number; readonly at: string; readonly dueAt: string };

/** That an application belongs to a cycle: read consistently where an index would not do. */
export type Membership = { readonly cycleId: string; readonly applicationId: string; readonly categoryId: string };

/** Which organizations a person registered, and which applications an organization has: read consistently. */
export type Registration = { readonly personId: string; readonly organizationId: string };
export type OwnApplication = {
  readonly organizationId: string;
  readonly applicationId: string;
  readonly cycleId: string;
};

/** Where something lies that is asked for by its id alone. */
export type Locator = { readonly id: string; readonly pk: string; readonly sk: string };

export type ObjectorRecord = {
  readonly objectionId: string;
  readonly objector: Objector;
  /** Who filed it when signed in: they may withdraw it, and handle nothing of it. */
  readonly filedBy?: string;
};

/** A 文号 in the office's register, so that the series shows no gap: issued for a decision, or void with its reason. */
export type IssuedNumber = {
  readonly series: string;
  readonly number: number;
  readonly text: string;
  readonly decisionId?: string;
  readonly voidReason?: string;
  readonly by: string;
  readonly at: string;
};

/** Why a draw could not be made, in the words of the refusal. Nothing else of the attempt is kept. */
export type DrawRefusal = {
  readonly cycleId: string;
  readonly at: string;
  readonly code: ProblemCode;
  readonly zh: string;
  readonly en: string;
  readonly fields: readonly FieldProblem[];
};

export type AuditHead = { readonly chainId: string; readonly sequence: number; readonly hash: string };

/** An audit event as stored: beside the record, what the relay must start or stop because of it. */
export type StoredEvent = AuditEvent & {
  readonly start?: ExecutionStart;
  readonly stop?: ExecutionStop;
  readonly pendingSince?: string;
};

/** A workflow that must run because of an act. The name makes starting it twice one start. */
export type ExecutionStart = {
  readonly workflow: 'cycle' | 'application' | 'publicity' | 'follow-up' | 'job';
  readonly name: string;
  readonly input: Readonly<Record<string, string>>;
};

/** A workflow that must run no more because of an act. */
export type ExecutionStop = Pick<ExecutionStart, 'workflow' | 'name'>;

/** The answer to a request, kept under its Idempotency-Key. */
export type KeptAnswer = {
  readonly actorId: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly answer: unknown;
  readonly at: string;
};

export type UniqueClaim = { readonly of: readonly string[]; readonly holder: string };

/** The roles that the office gives; who speaks for an organization is found on the organization. */
/** The roles that the office gives; for whom one speaks is confirmed by a recommender. */
export const officeRoles = [
  'recommender',
  'reviewer',
  'office',
  'committee',
  'supervisor',
] as const satisfies readonly Role[];
export type OfficeRole = (typeof officeRoles)[number];
export type RoleHolder = { readonly role: OfficeRole; readonly personId: string };

/** A person by their name (姓名), beside the list by user name. */
export type PersonName = { readonly personId: string; readonly name: string; readonly username: string };

export type Telling = { readonly eventId: string; readonly personId: string; readonly at: string };
