import type { z } from 'zod';
import { invalidField } from '#domain/errors';
import { HolidayTable, officialTables } from '#domain/holiday-table';
import { mayAdminister } from '#domain/policies';
import { settingAt } from '#store/entities';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { holidaysKey } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { nextVersion } from './setting.ts';

const isShipped = (year: number): boolean => officialTables.some((table) => table.year === year);

/**
 * The office loads the State Council's table of a coming year; loading it again replaces it (a correction). What
 * ships with the system is final.
 * @throws AwardError `InvalidInput` at each wrong date; `AlreadyOfficial` at `year` for a shipped year.
 */
export async function importHolidays(ctx: Context, input: z.input<typeof HolidayTable>): Promise<HolidayTable> {
  allow(mayAdminister(ctx.actor));
  const table = parse(HolidayTable, input);
  if (isShipped(table.year)) {
    throw invalidField(
      'year',
      'AlreadyOfficial',
      `${table.year} 年的安排随系统提供，不能替换。`,
      `The table of ${table.year} ships with the system and cannot be replaced.`,
    );
  }
  const loaded = await ctx.store.find(holidaysKey);
  const others = (loaded?.tables ?? []).filter((each) => each.year !== table.year);
  const tables = [...others, table].toSorted((left, right) => left.year - right.year);
  return commit(ctx, {
    chain: 'setting/holidays',
    action: 'holidays.imported',
    details: { year: table.year, holidays: table.holidays, workdays: table.workdays },
    writes: [nextVersion(settingAt(holidaysKey), { tables, version: loaded?.version ?? 0 })],
    answer: table,
  });
}
