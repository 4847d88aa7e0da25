import type { Application } from '#domain/applications';
import { AwardError, invalidField } from '#domain/errors';
import type { EvidenceFile } from '#domain/evidence';
import { personIdOf } from '#domain/people';
import { isConflicted, mayCheck, mayEdit } from '#domain/policies';
import { leavesOf } from '#domain/standards';
import { keys } from '#store/keys';
import { unchanged, type Write } from '#store/writes';
import { assignedTo } from '../applications/assigned.ts';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';
import { standardAt } from '../standards/stored.ts';

/** The states in which the applicant has its papers on its own desk. */
const editableStatuses: readonly Application['status'][] = ['draft', 'returned', 'self-assessing', 'supplementing'];

/** What a file is to become part of. */
export type Place = {
  readonly purpose: EvidenceFile['purpose'];
  /** The application's or the organization's id; the seal of an objection has no owner yet. */
  readonly subjectId: string;
  readonly pointId?: string | undefined;
};

/** What must not have changed when the file is written. */
type Guard = readonly Write[];

async function requirePoint(ctx: Context, application: Application, pointId: string): Promise<void> {
  const standard = await standardAt(ctx, application.standardId, application.standardVersion);
  if (leavesOf(standard).some((point) => point.pointId === pointId)) return;
  throw invalidField('pointId', 'UnknownPoint', '标准中没有这个观测点。', 'The standard has no such point.');
}

async function mayUploadEvidence(ctx: Context, { subjectId, pointId }: Place): Promise<Guard> {
  const application = await ctx.store.get(keys.application(subjectId));
  allow(mayEdit(ctx.actor, application));
  allow(editableStatuses.includes(application.status), 'WrongState', { state: application.status });
  if (pointId !== undefined) await requirePoint(ctx, application, pointId);
  return [unchanged(keys.application(subjectId), application.version)];
}

async function mayUploadSheet(ctx: Context, { subjectId }: Place): Promise<Guard> {
  const application = await ctx.store.get(keys.application(subjectId));
  allow(!isConflicted(ctx.actor, application), 'ConflictOfInterest');
  allow(mayCheck(ctx.actor) || (await assignedTo(ctx, subjectId)) !== undefined);
  return [];
}

async function mayUploadLetter(ctx: Context, { subjectId }: Place): Promise<Guard> {
  const organization = await ctx.store.get(keys.organization(subjectId));
  allow(personIdOf(ctx.actor) === organization.registeredBy);
  allow(organization.status === 'pending', 'WrongState', { state: organization.status });
  return [];
}

/**
 * Refuses unless the actor may put a file there now: evidence by the applicant while it edits, a signed sheet by the
 * office or the assigned reviewer, a letter by the person who registers the unit, the seal of an objection by anybody.
 * @throws AwardError `NotAllowed`, `ConflictOfInterest`, `WrongState`, `NotFound`.
 */
export async function requireUpload(ctx: Context, place: Place): Promise<Guard> {
  switch (place.purpose) {
    case 'evidence':
      return mayUploadEvidence(ctx, place);
    case 'signed-sheet':
      return mayUploadSheet(ctx, place);
    case 'letter':
      return mayUploadLetter(ctx, place);
    case 'seal':
      return [];
  }
}

/** `application/<id>`, `organization/<id>`, or `objection-seal/<file>` until an objection takes it up. */
export const ownerOf = ({ purpose, subjectId }: Place, fileId: string): string => {
  if (purpose === 'seal') return `objection-seal/${fileId}`;
  return `${purpose === 'letter' ? 'organization' : 'application'}/${subjectId}`;
};

export const placeOf = ({ purpose, ownerId, pointId }: EvidenceFile): Place => ({
  purpose,
  subjectId: ownerId.slice(ownerId.indexOf('/') + 1),
  pointId,
});

/** Where a file lies, by its id alone. @throws AwardError `NotFound`. */
export async function fileNamed(ctx: Pick<Context, 'store'>, fileId: string) {
  const { pk, sk } = await ctx.store.get(keys.locator(fileId));
  if (!pk.startsWith(keys.file('', '').pk)) throw new AwardError('NotFound');
  return ctx.store.get<EvidenceFile>({ pk, sk });
}
