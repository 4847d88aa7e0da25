import * as z from 'zod';
import type { Category } from '#domain/categories';
import { AwardError, invalidField } from '#domain/errors';
import { CreditCode } from '#domain/identity';
import { DisplayName, normalizeName } from '#domain/names';
import type { Organization } from '#domain/organizations';
import { organizations, registrations, uniqueClaims } from '#store/entities';
import { create } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { areaPathOf, categoryNamed } from '../reference.ts';
import { parse } from '../require.ts';

export const RegisterInput = z.strictObject({
  name: DisplayName,
  creditCode: CreditCode.optional(),
  categoryId: z.string(),
  areaId: z.string(),
  /** One of the category's lead departments; it confirms the unit and recommends its applications. */
  recommender: z.string(),
  contact: z.strictObject({ name: DisplayName, phone: z.string().trim().min(5).max(30) }),
});
type RegisterInput = z.output<typeof RegisterInput>;

function checkAgainst(category: Category, input: RegisterInput): void {
  if (category.identifiedBy === 'credit-code' && !input.creditCode) {
    throw invalidField('creditCode', 'Required', '请填写统一社会信用代码。', 'Enter the unified social credit code.');
  }
  if (!category.leadDepartments.includes(input.recommender)) {
    throw invalidField(
      'recommender',
      'NotALeadDepartment',
      `推荐单位应为该类别的牵头单位之一：${category.leadDepartments.join('、')}。`,
      `Choose one of the lead departments of this category: ${category.leadDepartments.join(', ')}.`,
    );
  }
}

/** A code is unique over all; a unit without one is unique by its name within category and area. */
export const claimOf = ({
  creditCode,
  categoryId,
  areaId,
  name,
}: Pick<Organization, 'creditCode' | 'categoryId' | 'areaId' | 'name'>): string[] =>
  creditCode ? ['credit-code', creditCode] : ['unit-name', categoryId, areaId, normalizeName(name)];

/** A unit registers; it may apply once its recommender has confirmed it by the sealed letter. */
export async function registerOrganization(ctx: Context, input: z.input<typeof RegisterInput>): Promise<Organization> {
  if (ctx.actor.kind !== 'person') throw new AwardError('NotSignedIn');
  const given = parse(RegisterInput, input);
  checkAgainst(await categoryNamed(ctx, given.categoryId), given);
  const { creditCode, ...rest } = given;
  const organization: Organization = {
    ...rest,
    ...(creditCode && { creditCode }),
    organizationId: ctx.ids.next('organization'),
    normalizedName: normalizeName(given.name),
    areaPath: await areaPathOf(ctx, given.areaId),
    registeredBy: ctx.actor.personId,
    status: 'pending',
    registeredAt: ctx.clock.now(),
  };
  const { organizationId } = organization;
  const taken = () => new AwardError('AlreadyExists', { values: { what: { zh: '单位', en: 'organization' } } });
  return commit(ctx, {
    chain: `organization/${organizationId}`,
    action: 'organization.registered',
    details: { organizationId, categoryId: given.categoryId, areaId: given.areaId },
    writes: [
      create(organizations, organization),
      create(registrations, { personId: organization.registeredBy, organizationId }),
      create(uniqueClaims, { of: claimOf(given), holder: organizationId }, taken),
    ],
    answer: organization,
  });
}
