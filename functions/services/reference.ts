import type { Application } from '#domain/applications';
import { type Area, pathOf } from '#domain/areas';
import { type Calendar, calendarOf } from '#domain/calendar';
import { type Category, defaultCategories } from '#domain/categories';
import type { Cycle } from '#domain/cycles';
import { invalidField } from '#domain/errors';
import { type ExtendableStage, type Extension, effectiveDeadline } from '#domain/extensions';
import { type HolidayTable, officialTables } from '#domain/holiday-table';
import type { Instant } from '#domain/instants';
import { keys } from '#store/keys';
import type { Context } from './context.ts';

/** What the office keeps as data beside the cycles: areas, the taxonomy, the holiday tables that it loaded. */
export const areasKey = keys.setting<{ areas: Area[] }>('areas');
export const categoriesKey = keys.setting<{ categories: Category[] }>('categories');
export const holidaysKey = keys.setting<{ tables: HolidayTable[] }>('holidays');

type Reading = Pick<Context, 'store'>;

export const areasOf = async (ctx: Reading): Promise<readonly Area[]> => (await ctx.store.find(areasKey))?.areas ?? [];

export const categoriesOf = async (ctx: Reading): Promise<readonly Category[]> =>
  (await ctx.store.find(categoriesKey))?.categories ?? defaultCategories;

export const officialCalendar = async (ctx: Reading): Promise<Calendar> =>
  calendarOf([...officialTables, ...((await ctx.store.find(holidaysKey))?.tables ?? [])]);

/**
 * The area with all that it lies in.
 * @throws AwardError `InvalidInput` at `areaId` for an unknown area.
 */
export async function areaPathOf(ctx: Reading, areaId: string): Promise<string[]> {
  const path = pathOf(areaId, await areasOf(ctx));
  if (path.length === 0) throw invalidField('areaId', 'UnknownArea', '没有这个区域。', 'There is no such area.');
  return path;
}

/** @throws AwardError `InvalidInput` at `categoryId` for an unknown category. */
export async function categoryNamed(ctx: Reading, categoryId: string): Promise<Category> {
  const category = (await categoriesOf(ctx)).find((each) => each.categoryId === categoryId);
  if (!category) throw invalidField('categoryId', 'UnknownCategory', '没有这个类别。', 'There is no such category.');
  return category;
}

export const extensionsOf = (ctx: Reading, cycleId: string): Promise<Extension[]> =>
  ctx.store.all<Extension>(keys.extension(cycleId, '').pk);

/** The deadline that binds one organization, with every extension that covers it. */
export const deadlineFor = async (
  ctx: Reading,
  cycle: Cycle,
  stage: Exclude<ExtendableStage, 'correction'>,
  subject: { readonly organizationId: string; readonly areaPath: readonly string[] },
): Promise<Instant> => effectiveDeadline(cycle.windows[stage], stage, await extensionsOf(ctx, cycle.cycleId), subject);

/** A correction's own deadline, which an extension of `correction` may move. */
export const correctionDeadline = async (ctx: Reading, application: Application): Promise<Instant> =>
  effectiveDeadline(
    application.returned?.deadline ?? application.statusSince,
    'correction',
    await extensionsOf(ctx, application.cycleId),
    application,
  );
