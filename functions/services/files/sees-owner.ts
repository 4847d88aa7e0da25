import type { Application } from '#domain/applications';
import type { EvidenceFile } from '#domain/evidence';
import { holds, personIdOf, speaksFor } from '#domain/people';
import { isConflicted, maySee, oversees, recommends } from '#domain/policies';
import type { Component, SiteSheet } from '#domain/reviews';
import { keys } from '#store/keys';
import { assignedTo } from '../applications/assigned.ts';
import type { Context } from '../context.ts';

type Owned = Pick<EvidenceFile, 'fileId' | 'ownerId' | 'purpose' | 'uploadedBy'>;

/** A signed sheet is a reviewer's own: they uploaded it, or the office did and asks them to confirm it. */
async function isOwnSheet(ctx: Context, file: Owned, { applicationId, cycleId }: Application): Promise<boolean> {
  const personId = personIdOf(ctx.actor);
  if (personId === undefined) return false;
  if (file.uploadedBy === personId) return true;
  const { pk, sk } = keys.component(cycleId, applicationId, '');
  const components = await ctx.store.all<Component>(pk, sk);
  if (components.some((component) => component.fileId === file.fileId && component.reviewerId === personId))
    return true;
  const sheet: SiteSheet | undefined = await ctx.store.find(keys.siteSheet(cycleId, applicationId, personId));
  return sheet?.transcribed?.fileId === file.fileId;
}

async function seesApplicationFile(ctx: Context, file: Owned): Promise<boolean> {
  const application = await ctx.store.get(keys.application(file.ownerId.slice('application/'.length)));
  const { applicationId } = application;
  if (file.purpose !== 'signed-sheet') {
    return maySee(ctx.actor, application) || (await assignedTo(ctx, applicationId)) !== undefined;
  }
  const desk = oversees(ctx.actor) && !isConflicted(ctx.actor, application);
  return desk || isOwnSheet(ctx, file, application);
}

async function seesOrganizationFile(ctx: Context, { ownerId }: Owned): Promise<boolean> {
  const organization = await ctx.store.get(keys.organization(ownerId.slice('organization/'.length)));
  return (
    organization.registeredBy === personIdOf(ctx.actor) ||
    speaksFor(ctx.actor, organization.organizationId) ||
    recommends(ctx.actor, organization) ||
    oversees(ctx.actor)
  );
}

/** Whoever may see the owner of a file may see the file; the seal of an objection is for office and supervisor only. */
export async function seesFile(ctx: Context, file: Owned): Promise<boolean> {
  if (file.ownerId.startsWith('application/')) return seesApplicationFile(ctx, file);
  if (file.ownerId.startsWith('organization/')) return seesOrganizationFile(ctx, file);
  return holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor');
}
