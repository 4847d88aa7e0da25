import type { Said } from '#web/messages/say.ts';
import { changesFrom, differing, type Fields, type Kept, same, type Value, withThose } from './fields.ts';
import { merge } from './merge.ts';

/** A text that was not chosen when two differed: it stays here until the person has no more use of it. */
export type Aside = { readonly field: string; readonly value: Value; readonly at: number };

/** A value that the server does not take, and why; the other fields are saved without it. */
export type Held = { readonly value: Value; readonly words: Said };

export type Trouble =
  /** Not reached, or busy: tried again by itself. */
  | { readonly kind: 'unreachable'; readonly failures: number; readonly at: number }
  /** The sign-in ended: goes on after the next one. */
  | { readonly kind: 'signed-out' }
  /** The document as a whole is not taken any more (the window closed): only a person can go on. */
  | { readonly kind: 'refused'; readonly words: Said };

/**
 * A document while it is written: what the server has, what is on the screen, and what is on its way between them.
 * Changes only by `step`. Nothing in here knows of React, the network or the disk.
 */
export type Draft = {
  readonly base: Kept;
  readonly alike: Fields;
  readonly mine: Fields;
  /** Counts the changes made here, so that an older text never replaces a newer one on this machine's disk. */
  readonly sequence: number;
  /** Up to which of them this machine's disk has it. */
  readonly onDisk: number;
  readonly diskFailed: boolean;
  readonly sending: Fields | undefined;
  readonly unsure: readonly Fields[];
  /** The server is known to have a newer version than the base: it is read before anything is sent. */
  readonly behind: boolean;
  readonly contested: readonly string[];
  readonly held: Readonly<Record<string, Held>>;
  readonly aside: readonly Aside[];
  /** What was last taken over from another window, device or person. */
  readonly news: { readonly fields: readonly string[]; readonly at: number } | undefined;
  readonly trouble: Trouble | undefined;
  readonly typedAt: number;
  readonly unsentSince: number | undefined;
  readonly savedAt: number | undefined;
};

export type Refusal = { readonly words: Said; readonly fields: readonly (Said & { readonly path: string })[] };

export type DraftEvent =
  | { readonly kind: 'typed'; readonly changes: Fields }
  | { readonly kind: 'sent' }
  /** `fields`: as the server spells what it took, if it says so. */
  | { readonly kind: 'saved'; readonly version: number; readonly fields?: Fields | undefined }
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly why: 'unreachable' | 'signed-out' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The server's text, read because it is newer, or told by another window that saved it. */
  | { readonly kind: 'theirs'; readonly kept: Kept }
  | { readonly kind: 'on-disk'; readonly sequence: number }
  | { readonly kind: 'disk-failed' }
  | { readonly kind: 'chosen'; readonly field: string; readonly side: 'mine' | 'theirs' }
  | { readonly kind: 'put-away'; readonly at: number }
  /** Something changed for the better: the network, a sign-in, or the person asks. */
  | { readonly kind: 'again' };

export const opened = (base: Kept, at: number): Draft => ({
  base,
  alike: {},
  mine: base.fields,
  sequence: 0,
  onDisk: 0,
  diskFailed: false,
  sending: undefined,
  unsure: [],
  behind: false,
  contested: [],
  held: {},
  aside: [],
  news: undefined,
  trouble: undefined,
  typedAt: at,
  unsentSince: undefined,
  savedAt: undefined,
});

/** The fields whose present value the server does not take. */
export const heldNames = ({ held, mine }: Draft): string[] =>
  Object.keys(held).filter((name) => same(held[name]?.value, mine[name]));

/** What may go to the server: all that is written but what a person has yet to choose, and what it does not take. */
export const sendable = (draft: Draft): Fields =>
  withThose(draft.mine, [...draft.contested, ...heldNames(draft)], draft.base.fields);

/** Whether something is here that the server may not have. */
export const isUnsent = (draft: Draft): boolean =>
  draft.unsure.length > 0 || differing(sendable(draft), draft.base.fields).length > 0;

/** Whether all that is written here stands on the server. */
export const isOnServer = (draft: Draft): boolean =>
  !isUnsent(draft) && draft.sending === undefined && differing(draft.mine, draft.base.fields).length === 0;

/** How many unanswered texts are remembered; of one forgotten, the worst is a question that was not needed. */
const REMEMBERED = 8;
const ASIDE = 30;

const withUnsure = (draft: Draft): readonly Fields[] => {
  if (draft.sending === undefined) return draft.unsure;
  const changes = changesFrom(draft.base.fields, draft.sending);
  return [...draft.unsure, changes].slice(-REMEMBERED);
};

const asideWith = ({ aside }: Draft, field: string, value: Value, at: number): readonly Aside[] =>
  same(value, '') ? aside : [...aside, { field, value, at }].slice(-ASIDE);

function typed(draft: Draft, changes: Fields, now: number): Draft {
  const mine = { ...draft.mine, ...changes };
  if (differing(mine, draft.mine).length === 0) return { ...draft, mine };
  const next = {
    ...draft,
    mine,
    sequence: draft.sequence + 1,
    typedAt: now,
    news: undefined,
    contested: draft.contested.filter((name) => !same(mine[name], draft.base.fields[name])),
  };
  return { ...next, unsentSince: draft.unsentSince ?? now };
}

function saved(draft: Draft, version: number, fields: Fields | undefined, now: number): Draft {
  const took = draft.sending ?? draft.base.fields;
  const base = { version, fields: took };
  const next = {
    ...draft,
    base,
    alike: fields ?? {},
    sending: undefined,
    unsure: [],
    trouble: undefined,
    savedAt: now,
  };
  return { ...next, unsentSince: isUnsent(next) ? draft.typedAt : undefined };
}

function theirs(draft: Draft, kept: Kept, now: number): Draft {
  // A save is under way: its answer tells more than what another window says.
  if (draft.sending !== undefined) return draft;
  if (kept.version <= draft.base.version) return { ...draft, behind: false };
  const { fields, contested, taken } = merge({ ...draft, base: draft.base.fields }, kept.fields);
  const next = {
    ...draft,
    base: kept,
    alike: {},
    mine: fields,
    contested,
    unsure: [],
    behind: false,
    trouble: undefined,
    sequence: draft.sequence + 1,
    ...(taken.length > 0 && { news: { fields: taken, at: now } }),
  };
  const unsent = isUnsent(next);
  return { ...next, unsentSince: unsent ? (draft.unsentSince ?? now) : undefined, ...(!unsent && { savedAt: now }) };
}

/** The name of the field that a problem's path lies in: `marks.1.1` for `marks.1.1.score`. */
const fieldOf = (path: string, names: readonly string[]): string | undefined =>
  names.filter((name) => path === name || path.startsWith(`${name}.`)).sort((a, b) => b.length - a.length)[0];

function refused(draft: Draft, { words, fields }: Refusal): Draft {
  const names = Object.keys(draft.mine);
  const found = fields.flatMap(({ path, zh, en }) => {
    const name = fieldOf(path, names);
    // What is not sent any more cannot be what is refused.
    return name === undefined || heldNames(draft).includes(name) ? [] : [[name, { zh, en }] as const];
  });
  const sent = draft.sending ?? draft.mine;
  const next = { ...draft, sending: undefined };
  if (found.length === 0) return { ...next, trouble: { kind: 'refused', words } };
  const held = Object.fromEntries(found.map(([name, said]) => [name, { value: sent[name], words: said }]));
  return { ...next, held: { ...draft.held, ...held }, trouble: undefined };
}

function failed(draft: Draft, why: 'unreachable' | 'signed-out', now: number): Draft {
  const next = { ...draft, unsure: withUnsure(draft), sending: undefined };
  if (why === 'signed-out') return { ...next, trouble: { kind: 'signed-out' } };
  const before = draft.trouble?.kind === 'unreachable' ? draft.trouble.failures : 0;
  return { ...next, trouble: { kind: 'unreachable', failures: before + 1, at: now } };
}

function chosen(draft: Draft, field: string, side: 'mine' | 'theirs', now: number): Draft {
  if (!draft.contested.includes(field)) return draft;
  const theirs = draft.base.fields[field];
  const other = side === 'mine' ? theirs : draft.mine[field];
  return {
    ...draft,
    mine: side === 'mine' ? draft.mine : { ...draft.mine, [field]: theirs },
    contested: draft.contested.filter((name) => name !== field),
    aside: asideWith(draft, field, other, now),
    sequence: draft.sequence + 1,
    unsentSince: draft.unsentSince ?? now,
  };
}

/** The next state of a draft. */
export function step(draft: Draft, event: DraftEvent, now: number): Draft {
  switch (event.kind) {
    case 'typed':
      return typed(draft, event.changes, now);
    case 'sent':
      return { ...draft, sending: sendable(draft) };
    case 'saved':
      return saved(draft, event.version, event.fields, now);
    case 'stale':
      return { ...draft, unsure: withUnsure(draft), sending: undefined, behind: true };
    case 'failed':
      return failed(draft, event.why, now);
    case 'refused':
      return refused(draft, event.refusal);
    case 'theirs':
      return theirs(draft, event.kept, now);
    case 'on-disk':
      return { ...draft, onDisk: Math.max(draft.onDisk, event.sequence), diskFailed: false };
    case 'disk-failed':
      return { ...draft, diskFailed: true };
    case 'chosen':
      return chosen(draft, event.field, event.side, now);
    case 'put-away':
      return {
        ...draft,
        aside: draft.aside.filter((_, at) => at !== event.at),
        sequence: draft.sequence + 1,
      };
    case 'again':
      return { ...draft, trouble: undefined };
  }
}
