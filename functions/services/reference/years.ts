import * as z from 'zod';
import { type HolidayTable, officialTables } from '#domain/holiday-table';
import type { Context } from '../context.ts';
import { holidaysKey } from '../reference.ts';
import { allow, parse } from '../require.ts';

export type LoadedYear = { readonly year: number; readonly source: 'shipped' | 'imported' };

/** The years in which working days can be counted. */
export async function loadedYears(ctx: Pick<Context, 'store'>): Promise<LoadedYear[]> {
  const imported = (await ctx.store.find(holidaysKey))?.tables ?? [];
  return [
    ...officialTables.map(({ year }) => ({ year, source: 'shipped' as const })),
    ...imported.map(({ year }) => ({ year, source: 'imported' as const })),
  ];
}

export const YearRef = z.strictObject({ year: z.coerce.number().int() });

/** The holiday table by which the working days of a year are counted. */
export async function holidaysOf(ctx: Context, input: z.input<typeof YearRef>): Promise<HolidayTable> {
  const { year } = parse(YearRef, input);
  const imported = (await ctx.store.find(holidaysKey))?.tables ?? [];
  const table = [...officialTables, ...imported].find((each) => each.year === year);
  allow(table !== undefined, 'NotFound');
  return table;
}
