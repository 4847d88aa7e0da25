import type { Application } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import type { AnnexRow } from '#domain/decisions';
import { AwardError } from '#domain/errors';
import type { Publicity } from '#domain/publicity';
import { inListOrder, type ListRow } from '#domain/selections';
import { certificateBlock, certificateSeries } from '#domain/serials';
import { serials } from '#store/entities';
import { keys } from '#store/keys';
import { create, save, type Write } from '#store/writes';
import type { Context } from '../context.ts';
import { listedRows } from '../lists/rows.ts';
import { categoryNamed } from '../reference.ts';

/** All rows of an annex in their order, read consistently. */
export const annexOf = (ctx: Pick<Context, 'store'>, decisionId: string): Promise<AnnexRow[]> =>
  ctx.store.all<AnnexRow>(keys.decision(decisionId).pk, 'ROW');

export const applicationsIn = (
  ctx: Pick<Context, 'store'>,
  rows: readonly { readonly applicationId: string }[],
): Promise<Application[]> => ctx.store.getMany(rows.map((row) => keys.application(row.applicationId)));

/**
 * The cleared entries of a publicity, by category and rank; those that fell or withdrew are left out.
 * @throws AwardError `WrongState` while entries are still being cleared.
 */
async function clearedRows(ctx: Context, cycle: Cycle, publicity: Publicity): Promise<ListRow[]> {
  const rows = inListOrder(await listedRows(ctx, publicity.listId), cycle);
  const statuses = new Map((await applicationsIn(ctx, rows)).map((each) => [each.applicationId, each.status]));
  const waiting = rows.find((row) => ['shortlisted', 'in-publicity'].includes(statuses.get(row.applicationId) ?? ''));
  if (waiting) throw new AwardError('WrongState', { values: { state: 'in-publicity' } });
  return rows.filter((row) => statuses.get(row.applicationId) === 'cleared');
}

type Numbers = { readonly byApplication: ReadonlyMap<string, string>; readonly writes: readonly Write[] };

/**
 * Certificate numbers for rows. An application that was numbered in a draft that was sent back keeps its number; a
 * number that falls out of use is never given again. The series move on in the decision's own transaction.
 */
async function reserveNumbers(
  ctx: Context,
  cycle: Cycle,
  rows: readonly ListRow[],
  before: readonly AnnexRow[],
): Promise<Numbers> {
  const byApplication = new Map(before.map((row) => [row.applicationId, row.certificateNumber]));
  const writes: Write[] = [];
  for (const { categoryId } of cycle.categories) {
    const fresh = rows.filter((row) => row.categoryId === categoryId && !byApplication.has(row.applicationId));
    if (fresh.length === 0) continue;
    const { code: category } = await categoryNamed(ctx, categoryId);
    const of = { code: cycle.issuerCode, year: cycle.year, category };
    const series = certificateSeries(of);
    const serial = await ctx.store.find(keys.serial(series));
    const numbers = certificateBlock(of, serial?.last ?? 0, fresh.length);
    fresh.forEach((row, at) => {
      byApplication.set(row.applicationId, numbers[at] ?? '');
    });
    const last = (serial?.last ?? 0) + fresh.length;
    const taken = () => new AwardError('StaleVersion');
    writes.push(
      serial ? save(serials, { series, last, version: serial.version }) : create(serials, { series, last }, taken),
    );
  }
  return { byApplication, writes };
}

/** The annex of a new decision, not stored yet, with the writes that reserve its certificate numbers. */
export async function composeAnnex(
  ctx: Context,
  decisionId: string,
  { cycle, publicity, before }: { cycle: Cycle; publicity: Publicity; before: readonly AnnexRow[] },
): Promise<{ annex: AnnexRow[]; writes: readonly Write[] }> {
  const rows = await clearedRows(ctx, cycle, publicity);
  const { byApplication, writes } = await reserveNumbers(ctx, cycle, rows, before);
  const annex = rows.map(({ applicationId, categoryId, areaId, organizationName }, at) => ({
    decisionId,
    position: at + 1,
    applicationId,
    categoryId,
    areaId,
    organizationName,
    certificateNumber: byApplication.get(applicationId) ?? '',
  }));
  return { annex, writes };
}
