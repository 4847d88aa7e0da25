import * as z from 'zod';
import { CreditCode } from '#domain/identity';
import { DisplayName, normalizeName } from '#domain/names';
import type { Organization } from '#domain/organizations';
import { isConflicted, mayCheck, mayEdit } from '#domain/policies';
import { organizations } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { save } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { allow, parse, refuseFields } from '../require.ts';

export const SetAdvisersInput = z.strictObject({
  organizationId: z.string(),
  version: z.int(),
  advisers: z.array(z.strictObject({ name: DisplayName, creditCode: CreditCode.optional() })).max(20),
});

const onlyOffice = {
  path: 'advisers',
  code: 'OnlyTheOfficeRemoves',
  zh: '已登记的辅导机构由学习办核实后移除，单位只能增加。',
  en: 'An adviser that stands here is removed by the office; the unit itself may only add.',
};

type Adviser = NonNullable<Organization['advisers']>[number];

const holdsAll = (after: readonly Adviser[], before: readonly Adviser[]): boolean =>
  before.every((old) =>
    after.some((each) => each.creditCode === old.creditCode && normalizeName(each.name) === normalizeName(old.name)),
  );

/**
 * Which firms advised a unit (第三方辅导), said by the unit or entered by the office: whoever works for one of them does
 * not review the unit. The unit adds, only the office removes.
 */
export async function setAdvisers(
  ctx: Context,
  input: z.input<typeof SetAdvisersInput>,
): Promise<Versioned<Organization>> {
  const { organizationId, version, advisers } = parse(SetAdvisersInput, input);
  const organization = await ctx.store.get(keys.organization(organizationId));
  const place = { organizationId, organizationName: organization.name };
  const isUnit = mayEdit(ctx.actor, place);
  allow(isUnit || mayCheck(ctx.actor));
  allow(isUnit || !isConflicted(ctx.actor, place), 'ConflictOfInterest');
  refuseFields(isUnit && !holdsAll(advisers, organization.advisers ?? []) ? [onlyOffice] : []);
  const changed = { ...organization, advisers, version };
  return commit(ctx, {
    chain: `organization/${organizationId}`,
    action: 'organization.advisers-set',
    details: { organizationId, advisers: advisers.length },
    writes: [save(organizations, changed)],
    answer: { ...changed, version: version + 1 },
  });
}
