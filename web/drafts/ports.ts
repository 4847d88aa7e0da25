import type { Refusal } from './draft.ts';
import type { Kept } from './fields.ts';
import type { DraftRecord } from './record.ts';

/** The machine's disk, for one document of one person in one window. */
export type DraftDisk = {
  /** What windows left that are gone; those that are open keep theirs. */
  readonly left: () => Promise<readonly DraftRecord[]>;
  /** Keeps it, unless a later one of the same window is there, and removes those that it takes up. */
  readonly keep: (record: DraftRecord, instead: readonly string[]) => Promise<void>;
  /** The same before this call returns, for a page that may be gone the next moment; as much as there is room for. */
  readonly keepNow: (record: DraftRecord) => void;
  readonly remove: (recordIds: readonly string[]) => Promise<void>;
  /** This window has left the document: what it kept may be found by the next one. */
  readonly leave: () => void;
};

/** The other windows of this browser. */
export type DraftTabs = {
  readonly tell: (kept: Kept) => void;
  readonly hear: (listener: (kept: Kept) => void) => void;
  readonly close: () => void;
};

/** Time, so that tests can bring their own. */
export type DraftClock = {
  readonly now: () => number;
  /** Calls back once after so many milliseconds; the answer takes it back. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
};

export type SendOptions = {
  /** The page is being closed: the request has to outlive it. */
  readonly keepalive: boolean;
};

/** The server, for one document. */
export type DraftServer = {
  readonly read: () => Promise<Kept>;
  /**
   * Sends the whole document on condition that the server's version is still `version`. Answers the new version and,
   * if the server spells something otherwise (7.5 → 7.50), the fields as it took them. Absent: the document lives on
   * this machine only until it is handed in.
   */
  readonly write?:
    | ((kept: Kept, options: SendOptions) => Promise<{ version: number; fields?: Kept['fields'] }>)
    | undefined;
  /** What a failed call means. */
  readonly failureOf: (error: unknown) => Failure;
};

export type Failure =
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly why: 'unreachable' | 'signed-out' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type DraftPorts = {
  readonly disk: DraftDisk;
  readonly tabs: DraftTabs;
  readonly clock: DraftClock;
  readonly server: DraftServer;
  /** Called once the document was left altogether. */
  readonly left?: () => void;
  /** Who and what: under which the disk and the other windows know it. */
  readonly place: { readonly recordId: string; readonly personId: string; readonly document: string };
};
