import type { PublicityWindow } from '#domain/calendar';
import { checkPlan, plannedPublicity } from '#domain/cycle-check';
import type { CycleCategory, CyclePlan } from '#domain/cycles';
import type { FieldProblem } from '#domain/errors';
import { checkQuotaAreas } from '#domain/quota-check';
import type { Standard } from '#domain/standards';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { areasOf, categoriesOf, officialCalendar } from '../reference.ts';
import { refuseFields } from '../require.ts';

/** A tie-breaking indicator that the standard does not have would quietly break no tie. */
const checkTieIndicator = ({ indicators }: Standard, { tieIndicator }: CycleCategory, path: string): FieldProblem[] =>
  tieIndicator === undefined || indicators.some(({ name }) => name === tieIndicator)
    ? []
    : [
        {
          path,
          code: 'UnknownIndicator',
          zh: `该标准没有名为「${tieIndicator}」的一级指标。`,
          en: `The standard has no first-level indicator named ${tieIndicator}.`,
        },
      ];

/** Every category of a cycle goes by a published standard of its own. */
async function checkStandards(ctx: Context, plan: CyclePlan): Promise<FieldProblem[]> {
  const wanted = plan.categories.map((each) => keys.standard(each.standardId, each.standardVersion));
  const found = await ctx.store.getMany(wanted);
  return plan.categories.flatMap((category, at) => {
    const standard = found.find(
      (each) => each.standardId === category.standardId && each.standardVersion === category.standardVersion,
    );
    if (standard?.status === 'published' && standard.categoryId === category.categoryId) {
      return checkTieIndicator(standard, category, `categories.${at}.tieIndicator`);
    }
    return [
      {
        path: `categories.${at}.standardId`,
        code: 'StandardNotPublished',
        zh: '应选用该类别已发布的标准。',
        en: 'Choose a published standard of this category.',
      },
    ];
  });
}

/**
 * Refuses a plan that could not be carried out.
 * @returns the publicity as planned.
 * @throws AwardError `InvalidInput` with every field; `CalendarNotLoaded` at `windows.publicityOn`.
 */
export async function requireSoundPlan(ctx: Context, plan: CyclePlan): Promise<PublicityWindow> {
  const areas = await areasOf(ctx);
  refuseFields([
    ...checkPlan(plan, await categoriesOf(ctx)),
    ...plan.categories.flatMap(({ quota }, at) => checkQuotaAreas(quota, `categories.${at}.quota`, areas)),
    ...(await checkStandards(ctx, plan)),
  ]);
  return plannedPublicity(plan, await officialCalendar(ctx));
}
