import type { CategoryRule, Scored } from './cases.ts';
import type { Drawn } from './drawn.ts';
import type { Finding } from './lines.ts';
import type { Outcome } from './outcome.ts';
import type { Kind, LineOf } from './shapes.ts';

/** A line with its place in the file. */
export type At<K extends Kind> = { readonly at: number; readonly line: LineOf<K> };

/** The application whose lines are being read. */
type Open = {
  readonly application: At<'application'>;
  readonly sheets: At<'sheet'>[];
  readonly entries: At<'entry'>[];
};

/** What is known of the file so far: of each application only what the ranking needs, never its sheets. */
export type State = {
  readonly tell: (line: number, rule: string, detail: string) => void;
  readonly found: (finding: Finding) => void;
  head: At<'dossier'> | undefined;
  /** Opens the commitments; only the full edition tells it. */
  salt: string | undefined;
  /** How far in the order of kinds the file is. */
  stage: number;
  open: Open | undefined;
  readonly counts: Record<string, number>;
  readonly standards: Map<string, LineOf<'standard'>>;
  readonly rules: Map<string, CategoryRule & { readonly at: number }>;
  readonly scored: Map<string, Scored[]>;
  readonly numbers: Map<string, { readonly categoryId: string; readonly name: string | undefined }>;
  /** The salted hash of the last application's id, by which the numbers are given. */
  lastNumbered: string;
  readonly votes: At<'vote'>[];
  readonly cells: Map<string, Map<string, At<'cell'>>>;
  readonly outcome: Outcome;
  readonly drawn: Drawn;
};

export const newState = (found: (finding: Finding) => void): State => ({
  tell: (line, rule, detail) => found({ line, rule, detail }),
  found,
  head: undefined,
  salt: undefined,
  stage: 0,
  open: undefined,
  counts: {},
  standards: new Map(),
  rules: new Map(),
  scored: new Map(),
  numbers: new Map(),
  lastNumbered: '',
  votes: [],
  cells: new Map(),
  outcome: { publicities: [], objections: [], named: [] },
  drawn: { draws: [], texts: new Map() },
});
