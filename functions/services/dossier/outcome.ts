import type { Cycle } from '#domain/cycles';
import { decisionLine, listLine, namedLine, objectionLine, publicityLine } from '#domain/dossier/outcome-lines';
import { type DossierLine, headsRoot } from '#domain/dossier/seal';
import type { Objection } from '#domain/objections';
import type { Publicity } from '#domain/publicity';
import { inListOrder, type ListRow } from '#domain/selections';
import { publicNameOf } from '#domain/titles';
import { keys, lists } from '#store/keys';
import type { AuditHead } from '#store/records';
import type { Context } from '../context.ts';
import { annexOf } from '../decisions/annex.ts';
import { listedRows } from '../lists/rows.ts';
import { areasOf, categoriesOf, officialCalendar } from '../reference.ts';

type Reading = Pick<Context, 'store'>;
type Named = {
  readonly applicationId: string;
  readonly categoryId: string;
  readonly areaId: string;
  readonly organizationName: string;
};

/** What became of a cycle's result so far. */
export type CycleOutcome = {
  /** Published ones, in order. */
  readonly publicities: readonly Publicity[];
  readonly listId: string | undefined;
  /** Names as the public reads them, of every application that was ever published. */
  readonly publicNames: ReadonlyMap<string, string>;
  readonly publicNameOf: (row: Named) => string;
};

/** How the public reads names: those of persons masked, with their street or community. */
async function masking(ctx: Reading): Promise<CycleOutcome['publicNameOf']> {
  const categories = new Map((await categoriesOf(ctx)).map((each) => [each.categoryId, each]));
  const areas = new Map((await areasOf(ctx)).map((each) => [each.areaId, each.name]));
  return (row) => publicNameOf(row.organizationName, categories.get(row.categoryId), areas.get(row.areaId));
}

export async function outcomeOf(ctx: Reading, cycle: Cycle): Promise<CycleOutcome> {
  const all = await ctx.store.indexed<Publicity>({ index: 'lists', pk: lists.publicities() });
  const known = await ctx.store.getMany(
    all.filter(({ cycleId }) => cycleId === cycle.cycleId).map(({ publicityId }) => keys.publicity(publicityId)),
  );
  const publicities = known.filter((each) => each.publishedAt).toSorted((a, b) => a.number - b.number);
  const shown = await masking(ctx);
  const rows: ListRow[] = (await Promise.all(publicities.map(({ listId }) => listedRows(ctx, listId)))).flat();
  return {
    publicities,
    listId: publicities[0]?.listId ?? cycle.listId,
    publicNames: new Map(rows.map((row) => [row.applicationId, shown(row)])),
    publicNameOf: shown,
  };
}

/** List, publicities, objections, decision and certificates, as far as they are there. */
export async function outcomeLines(
  ctx: Reading,
  cycle: Cycle,
  outcome: CycleOutcome,
  numbers: ReadonlyMap<string, string>,
): Promise<DossierLine[]> {
  const calendar = await officialCalendar(ctx);
  const list = outcome.listId && (await ctx.store.find(keys.list(outcome.listId)));
  const rows = list ? inListOrder(await listedRows(ctx, list.listId), cycle) : [];
  const objections = await Promise.all(
    outcome.publicities.map(({ publicityId }) =>
      ctx.store.all<Objection>(keys.publicity(publicityId).pk, 'OBJECTION#'),
    ),
  );
  const decision = cycle.decisionId && (await ctx.store.find(keys.decision(cycle.decisionId)));
  const annex = decision && decision.status === 'signed' ? await annexOf(ctx, decision.decisionId) : [];
  return [
    ...(list ? [listLine(list, rows, numbers)] : []),
    ...outcome.publicities.flatMap((each) => publicityLine(each, calendar) ?? []),
    ...objections.flatMap((each, at) =>
      each.map((objection, index) =>
        objectionLine(objection, { publicity: outcome.publicities[at]?.number ?? 0, number: index + 1 }, numbers),
      ),
    ),
    ...(decision ? [decisionLine(decision)] : []),
    ...annex.map((row) => namedLine(row, outcome.publicNameOf(row), numbers)),
  ];
}

/**
 * The heads of the audit chains of the cycle, of its order of recommendation where one was given, of its applications
 * and assignments, in the order of their ids.
 */
export async function headsLine(ctx: Reading, chainIds: readonly string[]): Promise<DossierLine> {
  const found: AuditHead[] = await ctx.store.getMany(chainIds.map((chainId) => keys.auditHead(chainId)));
  const heads = found
    .map(({ chainId, hash }) => ({ chainId, hash }))
    .toSorted((a, b) => (a.chainId < b.chainId ? -1 : 1));
  return { kind: 'heads', chains: heads.length, root: headsRoot(heads), private: { heads } };
}
