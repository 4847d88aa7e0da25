/** What of a cycle's list is wanted, as the board links to it: `?status=returned&category=community&stuck=5`. */
export type Wanted = {
  readonly status?: string;
  readonly category?: string;
  readonly area?: string;
  readonly recommender?: string;
  /** Standing where they are for so many days or more. */
  readonly stuck?: number;
  /** How the table is looked at, which stays when more or less is wanted. */
  readonly view?: string;
};

const texts = ['status', 'category', 'area', 'recommender', 'view'] as const;

/** From an address that anybody may have written: whatever means nothing is passed over. */
export function wantedOf(search: Readonly<Record<string, unknown>>): Wanted {
  const given = texts.flatMap((name) => (search[name] === undefined ? [] : [[name, String(search[name])] as const]));
  const days = Number(search['stuck']);
  return { ...Object.fromEntries(given), ...(days > 0 && { stuck: Math.floor(days) }) };
}

type Standing = {
  readonly status: string;
  readonly statusSince: string;
  readonly categoryId: string;
  readonly areaId: string;
  readonly recommender: string;
};

const DAY = 86_400_000;

export const daysSince = (instant: string, now: number): number => Math.floor((now - Date.parse(instant)) / DAY);

/** Whether a case is among those that are wanted, in this moment of the server's clock. */
export const isWanted = (of: Standing, wanted: Wanted, now: number): boolean =>
  (wanted.status === undefined || of.status === wanted.status) &&
  (wanted.category === undefined || of.categoryId === wanted.category) &&
  (wanted.area === undefined || of.areaId === wanted.area) &&
  (wanted.recommender === undefined || of.recommender === wanted.recommender) &&
  (wanted.stuck === undefined || daysSince(of.statusSince, now) >= wanted.stuck);
