import { canonical, commitment, sha256 } from './canonical.ts';
import { scoredCase } from './cases.ts';
import { checkDrawn, checkHeads } from './drawn.ts';
import { checkEdition, checkNumbered, checkPeople, checkSalt } from './edition.ts';
import { decimal } from './fraction.ts';
import { checkOutcome } from './outcome.ts';
import { leavesOf } from './score.ts';
import { checkSelection } from './selection.ts';
import type { AnyLine, Kind, LineOf } from './shapes.ts';
import type { At, State } from './state.ts';
import { checkVotes } from './votes.ts';

/** The order of the kinds in the file; those of one application follow each other. */
const order: readonly (readonly Kind[])[] = [
  ['dossier'],
  ['salt'],
  ['standard'],
  ['category'],
  ['draw'],
  ['vote'],
  ['application', 'sheet', 'entry', 'result'],
  ['cell'],
  ['list'],
  ['publicity'],
  ['objection'],
  ['decision'],
  ['named'],
  ['heads'],
  ['drawn'],
  ['end'],
];
const once: readonly Kind[] = ['salt', 'heads'];
const stageOf = new Map(order.flatMap((kinds, stage) => kinds.map((kind) => [kind, stage] as const)));
const caseStage = stageOf.get('result') ?? 0;

const pinned = (of: { standardId: string; standardVersion: number }): string =>
  `${of.standardId}@${of.standardVersion}`;

/** In the full edition what is committed to must be what the line tells in private. */
function opens(state: State, at: number, told: string, line: AnyLine, names: readonly string[]): void {
  if (state.salt === undefined) return;
  const value = names.map((name) => String(line.private?.[name])).join('\n');
  if (commitment(state.salt, value) !== told) state.tell(at, 'commitment', `it does not open with ${names.join(', ')}`);
}

function checkTree(state: State, at: number, { indicators, sha256: told }: LineOf<'standard'>): void {
  const own = sha256(canonical(indicators));
  if (own !== told) state.tell(at, 'standard', `its hash is ${told}, but the tree gives ${own}`);
  const sumOf = (marks: readonly { fullMarks: number }[]) => marks.reduce((all, each) => all + each.fullMarks, 0);
  for (const first of indicators) {
    const sum = sumOf(first.children.flatMap((second) => second.children));
    if (sum !== first.fullMarks) state.tell(at, 'standard', `${first.name} has ${first.fullMarks}, its points ${sum}`);
  }
  if (sumOf(indicators) !== 10_000) state.tell(at, 'standard', `the full marks sum to ${sumOf(indicators)} hundredths`);
}

function checkSettings(state: State, at: number, line: LineOf<'category'>): void {
  const standard = state.standards.get(pinned(line));
  if (!standard) state.tell(at, 'standard', `the file does not hold ${pinned(line)}`);
  else if (standard.sha256 !== line.standardSha256) state.tell(at, 'standard', 'the pinned standard has another hash');
  const { documents, site, satisfaction } = line.weights;
  const sum = documents + site + satisfaction;
  if (line.reviewMode !== 'recommender-only' && sum !== 100) state.tell(at, 'weights', `the weights sum to ${sum}`);
}

/** A line of an application that is being read, or undefined with a finding. */
function openFor(state: State, at: number, line: { application: string }): State['open'] {
  if (state.open?.application.line.application === line.application) return state.open;
  state.tell(at, 'order', `it belongs to ${line.application}, but does not stand with it`);
  return undefined;
}

type Handlers = { readonly [K in Kind]: (state: State, of: At<K>) => void };

const handlers: Handlers = {
  dossier(state, of) {
    if (state.head) state.tell(of.at, 'order', 'the file begins twice');
    state.head = of;
  },
  salt(state, { line }) {
    state.salt = String(line.private?.['salt']);
  },
  standard(state, { at, line }) {
    const name = pinned({ ...line, standardVersion: line.version });
    if (state.standards.has(name)) state.tell(at, 'order', `${name} stands twice`);
    checkTree(state, at, line);
    state.standards.set(name, line);
  },
  category(state, { at, line }) {
    if (state.rules.has(line.categoryId)) state.tell(at, 'order', `${line.categoryId} stands twice`);
    checkSettings(state, at, line);
    const standard = state.standards.get(pinned(line));
    const leaves = standard ? leavesOf(standard) : new Map();
    state.rules.set(line.categoryId, {
      at,
      category: line,
      leaves,
      bonusCap: decimal(state.head?.line.bonusCap ?? '0'),
    });
    state.scored.set(line.categoryId, []);
  },
  draw(state, of) {
    state.drawn.draws.push(of);
  },
  vote(state, of) {
    state.votes.push(of);
  },
  application(state, { at, line }) {
    if (state.numbers.has(line.application)) state.tell(at, 'order', `${line.application} stands twice`);
    checkNumbered(state, at, line);
    state.numbers.set(line.application, { categoryId: line.categoryId, name: line.name });
    state.open = { application: { at, line }, sheets: [], entries: [] };
    opens(state, at, line.head, line, ['headHash']);
  },
  sheet(state, { at, line }) {
    openFor(state, at, line)?.sheets.push({ at, line });
    opens(state, at, line.reviewer, line, ['assignmentId', 'reviewerId']);
  },
  entry(state, { at, line }) {
    openFor(state, at, line)?.entries.push({ at, line });
  },
  result(state, { at, line }) {
    const of = openFor(state, at, line);
    checkPeople(state, at);
    state.open = undefined;
    if (!of) return;
    const { categoryId } = of.application.line;
    const rule = state.rules.get(categoryId);
    if (!rule) state.tell(at, 'category', `the file tells nothing of ${categoryId}`);
    else state.scored.get(categoryId)?.push(scoredCase({ ...of, result: { at, line } }, rule, state.found));
  },
  cell(state, of) {
    const { categoryId, recommender } = of.line;
    const cells = state.cells.get(categoryId) ?? new Map<string, At<'cell'>>();
    if (cells.has(recommender)) state.tell(of.at, 'quota', `the cell of ${recommender} stands twice`);
    state.cells.set(categoryId, cells.set(recommender, of));
  },
  list(state, of) {
    if (state.outcome.list) state.tell(of.at, 'order', 'there are two lists');
    state.outcome.list = of;
  },
  publicity(state, of) {
    state.outcome.publicities.push(of);
  },
  objection(state, of) {
    state.outcome.objections.push(of);
  },
  decision(state, of) {
    if (state.outcome.decision) state.tell(of.at, 'order', 'there are two decisions');
    state.outcome.decision = of;
  },
  named(state, of) {
    state.outcome.named.push(of);
  },
  heads(state, of) {
    checkHeads(of, state);
  },
  drawn(state, { at, line }) {
    const name = `${line.round}/${line.number}/${line.part}`;
    const text = line.private?.['text'];
    const pieces = state.drawn.texts.get(name) ?? [];
    state.drawn.texts.set(name, pieces);
    if (line.at === pieces.length && typeof text === 'string') pieces.push(text);
    else state.tell(at, 'order', `piece ${line.at} of ${name} is out of order`);
  },
  end: conclude,
};

function checkCounts(state: State, { at, line }: At<'end'>): void {
  for (const kind of new Set([...Object.keys(state.counts), ...Object.keys(line.counts)])) {
    const [told, own] = [line.counts[kind] ?? 0, state.counts[kind] ?? 0];
    if (told !== own) state.tell(at, 'counts', `${told} lines of the kind ${kind} are told, ${own} are there`);
  }
  if (state.counts['heads'] === undefined) state.tell(at, 'audit', 'the heads of the audit chains are missing');
  const rows = [...state.scored.values()].reduce((all, each) => all + each.length, 0);
  const { head } = state;
  if (head && head.line.result.rows !== rows) {
    state.tell(head.at, 'counts', `the result has ${head.line.result.rows} rows, the file ${rows}`);
  }
}

/** What can only be told once everything is in: counts, ranks, seats and what became of them. */
function conclude(state: State, of: At<'end'>): void {
  checkCounts(state, of);
  checkSalt(state);
  checkVotes(state);
  for (const [categoryId, cells] of state.cells) {
    const [first] = cells.values();
    if (first && !state.rules.has(categoryId)) state.tell(first.at, 'quota', `the file tells nothing of ${categoryId}`);
  }
  for (const [categoryId, { at, category }] of state.rules) {
    const scored = state.scored.get(categoryId) ?? [];
    if (scored.length !== category.applications) {
      state.tell(at, 'counts', `${category.applications} applications are told, ${scored.length} are there`);
    }
    const votes = state.votes.filter((vote) => vote.line.categoryId === categoryId).map((vote) => vote.line.order);
    checkSelection({ category, scored, votes, cells: state.cells.get(categoryId) ?? new Map() }, state.found);
  }
  checkOutcome(state);
  checkDrawn(state);
}

/** Takes one line in, in the order of the file. */
export function take(state: State, at: number, line: AnyLine): void {
  const stage = stageOf.get(line.kind) ?? 0;
  if (stage < state.stage) state.tell(at, 'order', `a line of the kind ${line.kind} comes too late`);
  state.stage = Math.max(stage, state.stage);
  if (state.open && (line.kind === 'application' || stage > caseStage)) {
    state.tell(at, 'order', `${state.open.application.line.application} has no result`);
    state.open = undefined;
  }
  if (line.kind !== 'end') state.counts[line.kind] = (state.counts[line.kind] ?? 0) + 1;
  if (once.includes(line.kind) && state.counts[line.kind] === 2) state.tell(at, 'order', `${line.kind} stands twice`);
  checkEdition(state, at, line);
  // Safe: the handler of a kind is called with a line of that kind.
  (handlers[line.kind] as (state: State, of: { at: number; line: AnyLine }) => void)(state, { at, line });
}
