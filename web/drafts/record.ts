import { type Aside, type Draft, isUnsent, opened, step } from './draft.ts';
import { changesFrom, type Fields, type Kept, same } from './fields.ts';

/** What this machine's disk keeps of a draft in one window. */
export type DraftRecord = {
  /** Of the window's opening of the document. */
  readonly recordId: string;
  readonly personId: string;
  readonly document: string;
  readonly sequence: number;
  readonly at: number;
  readonly base: Kept;
  readonly mine: Fields;
  readonly unsure: readonly Fields[];
  readonly contested: readonly string[];
  readonly aside: readonly Aside[];
};

export type Place = Pick<DraftRecord, 'recordId' | 'personId' | 'document'>;

/** The record of a draft, or nothing where all of it is on the server and nothing was put aside. */
export function recordOf(draft: Draft, place: Place, at: number): DraftRecord | undefined {
  const { base, mine, sending, unsure, contested, aside, sequence } = draft;
  const isNeeded = isUnsent(draft) || sending !== undefined || aside.length > 0 || contested.length > 0;
  if (!isNeeded && Object.keys(changesFrom(base.fields, mine)).length === 0) return undefined;
  // What is on its way may arrive though its answer does not.
  const sent = sending === undefined ? unsure : [...unsure, changesFrom(base.fields, sending)];
  return { ...place, sequence, at, base, mine, unsure: sent, contested, aside };
}

const resumed = ({ base, mine, unsure, contested, aside, at }: DraftRecord): Draft => ({
  ...opened(base, at),
  ...{ mine, unsure, contested, aside },
  sequence: 1,
  unsentSince: at,
});

/** What an earlier window left beside: into fields that nobody touched since, or else it is put aside. */
function withLeft(draft: Draft, left: DraftRecord, now: number): Draft {
  const changes = Object.entries(changesFrom(left.base.fields, left.mine)).filter(
    ([name, value]) => !same(draft.mine[name], value),
  );
  const fits = ([name]: readonly [string, unknown]): boolean => same(draft.mine[name], left.base.fields[name]);
  const next = step(draft, { kind: 'typed', changes: Object.fromEntries(changes.filter(fits)) }, now);
  // What was contested there and not chosen yet is still to be chosen.
  const contested = left.contested.filter((name) => changes.some((change) => change[0] === name && fits(change)));
  const put = changes.filter((change) => !fits(change)).map(([field, value]) => ({ field, value, at: left.at }));
  const aside = [...left.aside, ...put].filter(({ value }) => !same(value, ''));
  return {
    ...next,
    contested: [...next.contested, ...contested.filter((name) => !next.contested.includes(name))],
    aside: [...next.aside, ...aside],
    sequence: next.sequence + 1,
  };
}

/**
 * A document opened: what the server has, with what windows that are gone had not sent yet. Without the server, with
 * what this machine has.
 */
export function reopened(server: Kept | undefined, left: readonly DraftRecord[], now: number): Draft | undefined {
  const [latest, ...earlier] = [...left].sort((a, b) => b.at - a.at);
  const base = server ?? latest?.base;
  if (!base) return undefined;
  const own = latest ? resumed(latest) : opened(base, now);
  const merged = server ? step(own, { kind: 'theirs', kept: server }, now) : own;
  const draft = earlier.reduce((sum, each) => withLeft(sum, each, now), merged);
  if (server) return draft;
  // It has to be read before anything is sent, as soon as the server is there again.
  return step(step(draft, { kind: 'stale' }, now), { kind: 'failed', why: 'unreachable' }, now);
}
