import { officialTables } from '#domain/holiday-table';
import type { Context } from '../context.ts';
import { holidaysKey } from '../reference.ts';

export type LoadedYear = { readonly year: number; readonly source: 'shipped' | 'imported' };

/** The years in which working days can be counted. */
export async function loadedYears(ctx: Pick<Context, 'store'>): Promise<LoadedYear[]> {
  const imported = (await ctx.store.find(holidaysKey))?.tables ?? [];
  return [
    ...officialTables.map(({ year }) => ({ year, source: 'shipped' as const })),
    ...imported.map(({ year }) => ({ year, source: 'imported' as const })),
  ];
}
