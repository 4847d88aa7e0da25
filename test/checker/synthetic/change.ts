import { hashOf } from '../audit-chain.ts';
import type {
  ApplicationRecord,
  AwardRecord,
  ChainRecord,
  DecisionRecord,
  EventRecord,
  PublicityRecord,
  ResultRecord,
  SeasonRecord,
} from '../record.ts';

/** The list with one of those that fit put through the change. */
export function changed<T>(items: readonly T[], at: number, fits: (item: T) => boolean, change: (item: T) => T): T[] {
  const places = items.flatMap((item, place) => (fits(item) ? [place] : []));
  const chosen = places[at % places.length];
  return items.map((item, place) => (place === chosen ? change(item) : item));
}

export const always = (): boolean => true;

export const inApplications =
  (fits: (application: ApplicationRecord) => boolean, change: (application: ApplicationRecord) => ApplicationRecord) =>
  (record: SeasonRecord, at: number): SeasonRecord => ({
    ...record,
    applications: changed(record.applications, at, fits, change),
  });

export const hasSheets = ({ assignments, result }: ApplicationRecord): boolean =>
  assignments.length > 0 && result !== undefined;

export const inResults = (change: (result: ResultRecord) => ResultRecord) =>
  inApplications(hasSheets, (application) =>
    application.result ? { ...application, result: change(application.result) } : application,
  );

export const inPublicities =
  (change: (publicity: PublicityRecord) => PublicityRecord) =>
  (record: SeasonRecord, at: number): SeasonRecord => ({
    ...record,
    publicities: changed(record.publicities, at, always, change),
  });

export const inDecision =
  (change: (decision: DecisionRecord, at: number) => DecisionRecord) =>
  (record: SeasonRecord, at: number): SeasonRecord =>
    record.decision ? { ...record, decision: change(record.decision, at) } : record;

export const inAwards =
  (change: (award: AwardRecord, all: readonly AwardRecord[]) => AwardRecord) =>
  (record: SeasonRecord, at: number): SeasonRecord => ({
    ...record,
    awards: changed(record.awards, at, always, (award) => change(award, record.awards)),
  });

/** Hashes a chain anew, as whoever writes the table could. */
function rehashed({ chainId, events }: ChainRecord): ChainRecord {
  const sealed: EventRecord[] = [];
  for (const event of events) {
    const next = { ...event, previousHash: sealed.at(-1)?.hash ?? '0'.repeat(64) };
    sealed.push({ ...next, hash: hashOf(next) });
  }
  return { chainId, events: sealed };
}

export const inEvents =
  (change: (event: EventRecord) => EventRecord) =>
  (record: SeasonRecord, at: number): SeasonRecord => ({
    ...record,
    chains: changed(record.chains, at, always, (chain) => ({
      ...chain,
      events: changed(chain.events, at, always, change),
    })),
  });

/** Altered, and every hash and head made to fit. */
export const inEventsUnnoticed =
  (change: (event: EventRecord) => EventRecord) =>
  (record: SeasonRecord, at: number): SeasonRecord => {
    const altered = inEvents(change)(record, at);
    const chains = altered.chains.map(rehashed);
    const heads = new Map(chains.map(({ chainId, events }) => [chainId, events.at(-1)?.hash ?? '']));
    const head = <T extends { chainId: string }>(old: T): T => ({ ...old, hash: heads.get(old.chainId) });
    return {
      ...altered,
      chains,
      auditHead: head(altered.auditHead),
      applications: altered.applications.map((each) => ({ ...each, auditHead: head(each.auditHead) })),
    };
  };

const aDay = 86_400_000;
export const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - aDay).toISOString().slice(0, 10);

/** A mark that is not the one that was there. */
const another = (mark: string): string => (mark === '0.01' ? '0.02' : '0.01');

export const firstMarkAltered = (marks: Readonly<Record<string, string>>): Record<string, string> => {
  const [pointId = '', mark = ''] = Object.entries(marks)[0] ?? [];
  return { ...marks, [pointId]: another(mark) };
};
