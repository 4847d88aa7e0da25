import * as z from 'zod';
import { type Application, emptyForm } from '#domain/applications';
import { categoryOf } from '#domain/cycles';
import { AwardError, invalidField } from '#domain/errors';
import { mayEdit } from '#domain/policies';
import { applications, forms, memberships, ownApplications, uniqueClaims } from '#store/entities';
import { keys } from '#store/keys';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireEligible } from './eligible.ts';
import { counted } from './moved.ts';
import { requireOpenWindow } from './window.ts';

export const CreateInput = z.strictObject({ cycleId: z.string(), organizationId: z.string() });

/** A confirmed unit begins its application (创建申报) in a cycle; one application per unit and cycle. */
export async function createApplication(ctx: Context, input: z.input<typeof CreateInput>): Promise<Application> {
  const { cycleId, organizationId } = parse(CreateInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const organization = await ctx.store.get(keys.organization(organizationId));
  if (organization.status !== 'confirmed' && organization.registeredBy === actorOf(ctx)) {
    throw new AwardError('OrganizationNotConfirmed');
  }
  allow(mayEdit(ctx.actor, organization));
  await requireOpenWindow(ctx, cycle, organization);
  await requireEligible(ctx, organization, cycle);
  const category = categoryOf(cycle, organization.categoryId);
  if (!category) {
    throw invalidField('cycleId', 'CategoryNotHeld', '本批次未设该类别。', 'This cycle does not hold that category.');
  }
  const applicationId = ctx.ids.next('application');
  const application: Application = {
    applicationId,
    cycleId,
    categoryId: organization.categoryId,
    organizationId,
    organizationName: organization.name,
    areaId: organization.areaId,
    areaPath: organization.areaPath,
    recommender: organization.recommender,
    standardId: category.standardId,
    standardVersion: category.standardVersion,
    status: 'draft',
    statusSince: ctx.clock.now(),
    submissions: 0,
    assessments: 0,
    rounds: {},
    openObjections: 0,
  };
  const claim = { of: ['application', cycleId, application.categoryId, organizationId], holder: applicationId };
  const twice = () =>
    new AwardError('AlreadyExists', { values: { what: { zh: '本批次申报', en: 'application in this cycle' } } });
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: 'application.created',
    cycleId,
    details: { applicationId, organizationId, categoryId: application.categoryId },
    writes: [
      create(applications, application),
      create(forms, { applicationId, form: emptyForm }),
      create(memberships, { cycleId, applicationId, categoryId: application.categoryId }),
      create(ownApplications, { organizationId, applicationId, cycleId }),
      create(uniqueClaims, claim, twice),
      counted(application, undefined, 'draft'),
    ],
    answer: application,
  });
}

const actorOf = (ctx: Context): string | undefined => (ctx.actor.kind === 'person' ? ctx.actor.personId : undefined);
