import * as z from 'zod';
import { Award } from '#domain/decisions';
import { AwardError } from '#domain/errors';
import { mayEdit, oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';

export const GetOwnAwardInput = z.strictObject({ applicationId: z.string() });

/** What its holder must know of a title: how it stands, until when, and what the re-review asks and why. */
export const OwnAward = Award.pick({
  certificateNumber: true,
  title: true,
  status: true,
  statusSince: true,
  namedOn: true,
  validUntil: true,
  reReviewAt: true,
  rectifyBy: true,
  reason: true,
});
type OwnAward = z.infer<typeof OwnAward>;

/**
 * The title that an application brought its unit, for the unit itself and for those who oversee it.
 * @throws AwardError `NotFound` for everybody else, and where there is none.
 */
export async function getOwnAward(ctx: Context, input: z.input<typeof GetOwnAwardInput>): Promise<OwnAward> {
  const { applicationId } = parse(GetOwnAwardInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application) || oversees(ctx.actor), 'NotFound');
  const { certificateNumber } = application;
  const award = certificateNumber && (await ctx.store.find(keys.award(certificateNumber)));
  if (!award) throw new AwardError('NotFound');
  return OwnAward.parse(award);
}
