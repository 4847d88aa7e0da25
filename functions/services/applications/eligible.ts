import type { Cycle } from '#domain/cycles';
import type { Award } from '#domain/decisions';
import { AwardError } from '#domain/errors';
import type { Organization } from '#domain/organizations';
import { keys } from '#store/keys';
import type { OwnApplication } from '#store/records';
import type { Context } from '../context.ts';

/** A unit that holds the title, or was given it within so many years, does not apply for it again (domain.md §4). */
const WAITING_YEARS = 3;

const titleHeld = (what: string): AwardError =>
  new AwardError('NotEligible', {
    values: {
      reason: {
        zh: `已持有或近 ${WAITING_YEARS} 年内获得该称号（${what}）`,
        en: `it holds the title, or was given it within ${WAITING_YEARS} years (${what})`,
      },
    },
  });

async function awardsOf(ctx: Context, organizationId: string): Promise<Award[]> {
  const { pk, sk } = keys.ownApplication(organizationId, '');
  const own = await ctx.store.all<OwnApplication>(pk, sk);
  const applications = await ctx.store.getMany(own.map(({ applicationId }) => keys.application(applicationId)));
  const numbers = applications.flatMap(({ certificateNumber }) => certificateNumber ?? []);
  return ctx.store.getMany(numbers.map((certificateNumber) => keys.award(certificateNumber)));
}

/** @throws AwardError `NotEligible`, naming the title that stands in the way. */
export async function requireEligible(
  ctx: Context,
  { organizationId, formerTitles = [] }: Organization,
  { year }: Pick<Cycle, 'year'>,
): Promise<void> {
  const former = formerTitles.find((title) => title.year > year - WAITING_YEARS);
  if (former) throw titleHeld(`${former.year} ${former.title}`);
  const award = (await awardsOf(ctx, organizationId)).find(
    ({ status, namedOn }) => status !== 'revoked' || Number(namedOn.slice(0, 4)) > year - WAITING_YEARS,
  );
  if (award) throw titleHeld(award.certificateNumber);
}
