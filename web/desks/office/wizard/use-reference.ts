import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { calendarOf } from '#domain/calendar';
import { ask } from '#web/api/client.ts';
import { useRead } from '#web/api/queries.ts';
import type { Reference } from './problems.ts';

/** The tables of the years that the office loaded itself; the others ship with the system. */
function useImportedYears() {
  const years = useRead('/calendar/years', {});
  const imported = (years.data?.items ?? []).filter(({ source }) => source === 'imported');
  const tables = useQueries({
    queries: imported.map(({ year }) => ({
      queryKey: ['/calendar/years/{year}', { year }],
      queryFn: () => ask('get', '/calendar/years/{year}', { year }),
    })),
  });
  const isReady = years.data !== undefined && tables.every(({ data }) => data !== undefined);
  return { isReady, tables: tables.flatMap(({ data }) => data ?? []), error: years.error, refetch: years.refetch };
}

/** What a plan is checked against: the taxonomy, the published standards, the areas, the working days. */
export function useReference() {
  const categories = useRead('/categories', {});
  const standards = useRead('/standards', {});
  const areas = useRead('/areas', {});
  const years = useImportedYears();
  const tables = JSON.stringify(years.tables);
  const calendar = useMemo(() => calendarOf(JSON.parse(tables)), [tables]);
  const published = standards.data?.items.filter(({ status }) => status === 'published');
  const isReady = categories.data && published && areas.data && years.isReady;
  const data: Reference | undefined = isReady
    ? { taxonomy: categories.data.categories, standards: published, areas: areas.data.areas, calendar }
    : undefined;
  return {
    data,
    error: categories.error ?? standards.error ?? areas.error ?? years.error,
    refetch: () => Promise.all([categories.refetch(), standards.refetch(), areas.refetch(), years.refetch()]),
  };
}
