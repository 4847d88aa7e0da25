import { cases, desk } from '#web/messages/recommender.ts';
import type { Said } from '#web/messages/say.ts';

/** A row of the workbook that a department sends back, as it stands in the cells. */
export type SheetRow = readonly (string | number | undefined)[];

type Waiting = {
  readonly applicationId: string;
  readonly organizationName: string;
  readonly categoryId: string;
  readonly recommender: string;
  readonly status: string;
};

export type Decision = {
  /** The row in the workbook, as Excel counts. */
  readonly row: number;
  readonly applicationId: string;
  readonly unit: string;
  readonly order?: number;
  readonly verdict?: 'recommend' | 'decline';
  readonly opinion: string;
  readonly faults: readonly Said[];
};

const both = ({ zh, en }: Said): readonly string[] => [String(zh), String(en)];

/** The columns by their heads in either language, so that a workbook made in one is read in the other. */
const heads = {
  number: both(cases.number),
  order: both(desk.bookOrder),
  decision: both(desk.bookDecision),
  opinion: both(desk.bookOpinion),
};

const verdicts = new Map<string, 'recommend' | 'decline'>([
  ...both(cases.recommend).map((word) => [word.toLowerCase(), 'recommend'] as const),
  ...both(cases.decline).map((word) => [word.toLowerCase(), 'decline'] as const),
]);

const { faults } = desk;
const LONGEST = 1000;

type Cells = { readonly number: string; readonly order: string; readonly decision: string; readonly opinion: string };

/** Where the head row is and which column holds what; undefined in a workbook that is another one. */
function headOf(rows: readonly SheetRow[]) {
  const at = rows.findIndex((row) => row.some((cell) => heads.number.some((head) => head === String(cell).trim())));
  const head = rows[at]?.map((cell) => String(cell ?? '').trim());
  if (!head) return undefined;
  const columnOf = (names: readonly string[]): number => head.findIndex((text) => names.includes(text));
  return {
    at,
    columns: {
      number: columnOf(heads.number),
      order: columnOf(heads.order),
      decision: columnOf(heads.decision),
      opinion: columnOf(heads.opinion),
    },
  };
}

function decisionOf(row: number, cells: Cells, known: Waiting | undefined): Decision {
  const { number, order, decision, opinion } = cells;
  const verdict = verdicts.get(decision.toLowerCase());
  const rank = order === '' ? undefined : Number(order);
  const found: (Said | false)[] = [
    number === '' && faults.noNumber,
    number !== '' && !known && faults.unknown,
    decision !== '' && !verdict && faults.badDecision,
    verdict !== undefined && known !== undefined && known.status !== 'submitted' && faults.notWaiting,
    verdict === 'decline' && opinion === '' && faults.noOpinion,
    [...opinion].length > LONGEST && faults.longOpinion,
    rank !== undefined && !(Number.isInteger(rank) && rank > 0) && faults.badOrder,
  ];
  return {
    row,
    applicationId: number,
    unit: known?.organizationName ?? '',
    opinion,
    ...(rank !== undefined && { order: rank }),
    ...(verdict && { verdict }),
    faults: found.filter((fault) => fault !== false),
  };
}

const twice = <Key>(keys: readonly (Key | undefined)[]): ReadonlySet<Key> => {
  const seen = new Set<Key>();
  const again = new Set<Key>();
  for (const key of keys) {
    if (key === undefined) continue;
    if (seen.has(key)) again.add(key);
    seen.add(key);
  }
  return again;
};

/** In the order of their ranks; one without comes after, as it stands in the workbook. */
const byOrder = (a: Decision, b: Decision): number =>
  (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || a.row - b.row;

/**
 * What a workbook asks for, row by row, with every fault of each row; undefined for another workbook. `left` tells how
 * many seats a case's department has left, where that is limited.
 */
export function decisionsOf(
  rows: readonly SheetRow[],
  queue: readonly Waiting[],
  left: (of: Waiting) => { readonly pool: string; readonly seats: number } | undefined,
): readonly Decision[] | undefined {
  const head = headOf(rows);
  if (!head) return undefined;
  const byId = new Map(queue.map((each) => [each.applicationId, each]));
  const read = rows.flatMap((cells, at) => {
    const text = (column: number): string => (column < 0 ? '' : String(cells[column] ?? '').trim());
    const { columns } = head;
    const given = {
      number: text(columns.number),
      order: text(columns.order),
      decision: text(columns.decision),
      opinion: text(columns.opinion),
    };
    const isBlank = Object.values(given).every((each) => each === '');
    return at <= head.at || isBlank ? [] : [decisionOf(at + 1, given, byId.get(given.number))];
  });
  const again = twice(read.map(({ applicationId }) => applicationId || undefined));
  const placeOf = ({ applicationId, order, verdict }: Decision): string | undefined => {
    const known = byId.get(applicationId);
    return known && order !== undefined && verdict !== 'decline'
      ? `${known.categoryId}/${known.recommender}/${order}`
      : undefined;
  };
  const samePlace = twice(read.map(placeOf));
  const taken = new Map<string, number>();
  return [...read].sort(byOrder).map((decision) => {
    const known = byId.get(decision.applicationId);
    const pool = known && decision.verdict === 'recommend' ? left(known) : undefined;
    if (pool) taken.set(pool.pool, (taken.get(pool.pool) ?? 0) + 1);
    const place = placeOf(decision);
    const more: (Said | false)[] = [
      again.has(decision.applicationId) && faults.twice,
      place !== undefined && samePlace.has(place) && faults.orderTwice,
      pool !== undefined && (taken.get(pool.pool) ?? 0) > pool.seats && faults.overQuota,
    ];
    return { ...decision, faults: [...decision.faults, ...more.filter((fault) => fault !== false)] };
  });
}
