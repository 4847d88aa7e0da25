import { windowOf } from './calendar.ts';
import { countOf, differ, totalOf } from './counts.ts';
import { checkDecision } from './decision.ts';
import type { At, State } from './state.ts';

/** What became of the selection: list, publicity, objections, decision and certificates. */
export type Outcome = {
  list?: At<'list'>;
  readonly publicities: At<'publicity'>[];
  readonly objections: At<'objection'>[];
  decision?: At<'decision'>;
  readonly named: At<'named'>[];
};

/** The list is what the result selected, but for what the office left out with a reason. */
function checkList({ outcome, numbers, scored, tell }: State): void {
  if (!outcome.list) return;
  const { at, line } = outcome.list;
  const selected = new Set(
    [...scored.values()].flat().flatMap(({ application, result }) => (result.line.selected ? [application] : [])),
  );
  const excluded = new Set(line.exclusions);
  for (const application of line.entries) {
    if (!selected.has(application)) tell(at, 'list', `${application} is listed without being selected`);
    if (excluded.has(application)) tell(at, 'list', `${application} is listed and excluded`);
  }
  const listed = new Set(line.entries);
  if (listed.size !== line.entries.length) tell(at, 'list', 'an application is listed twice');
  for (const application of selected) {
    if (!listed.has(application) && !excluded.has(application))
      tell(at, 'list', `${application} is selected, but not listed`);
  }
  for (const application of excluded) {
    if (!selected.has(application)) tell(at, 'list', `${application} is excluded without being selected`);
  }
  const counts = countOf(line.entries.map((application) => numbers.get(application)?.categoryId ?? '?'));
  if (differ(counts, line.countsByCategory) || line.total !== line.entries.length) {
    tell(at, 'counts', `${line.total} are told, ${line.entries.length} listed`);
  }
}

/** Category by category, the best first. */
function checkListOrder({ outcome, numbers, scored, tell }: State): void {
  const places = new Map([...scored.keys()].map((categoryId, at) => [categoryId, at]));
  const ranks = new Map(
    [...scored.values()].flat().map(({ application, result }) => [application, result.line.rank ?? 0]),
  );
  const { at, line } = outcome.list ?? {};
  let before = { place: 0, rank: 0 };
  for (const application of line?.entries ?? []) {
    const place = places.get(numbers.get(application)?.categoryId ?? '') ?? 0;
    const own = { place, rank: ranks.get(application) ?? 0 };
    if (own.place < before.place || (own.place === before.place && own.rank < before.rank)) {
      tell(at ?? 0, 'list', `${application} is not listed by category and rank`);
    }
    before = own;
  }
}

/** What is public by name is what was published: the list, and after a change those who came onto it. */
function checkNames({ outcome, numbers, tell }: State): void {
  const { list, publicities } = outcome;
  const listed = new Set(list?.line.entries);
  for (const [application, { name }] of numbers) {
    if (name === undefined && publicities.length > 0 && listed.has(application)) {
      tell(list?.at ?? 0, 'name', `${application} was published, but has no name`);
    }
    if (name !== undefined && (publicities.length === 0 || (publicities.length === 1 && !listed.has(application)))) {
      tell(list?.at ?? 0, 'name', `${application} has a name without having been published`);
    }
  }
}

/** The first notice publishes the list; one after it a changed one, in the order of days. */
function checkNotice({ outcome, head, tell }: State, index: number): void {
  const { at, line } = outcome.publicities[index] ?? {};
  if (!at || !line) return;
  const kind = index === 0 ? 'initial' : 'supplementary';
  if (line.publicityKind !== kind) tell(at, 'publicity', `it is ${line.publicityKind}, in this place ${kind}`);
  const before = outcome.publicities[index - 1]?.line.publishedOn;
  if (before && line.publishedOn < before) tell(at, 'publicity', 'it was published before the one before it');
  const { list } = outcome;
  if (index === 0 && !list) tell(at, 'list', 'there is no list that could be published');
  if (index === 0 && list && differ(list.line.countsByCategory, line.countsByCategory)) {
    tell(at, 'counts', 'it counts others than are listed');
  }
  const computedAt = Date.parse(head?.line.result.computedAt ?? '');
  if (Date.parse(`${line.publishedOn}T24:00:00+08:00`) <= computedAt) {
    tell(at, 'publicity', 'it was published before its result was computed');
  }
  const days = [...line.holidays, ...line.workdays];
  if (new Set(days).size !== days.length || days.some((day) => day < line.publishedOn || day > line.lastDay)) {
    tell(at, 'publicity', 'holidays and workdays are not those of its window');
  }
}

function checkPublicities(state: State): void {
  const { outcome, head, tell } = state;
  if (!head) return;
  for (const [index, { at, line }] of outcome.publicities.entries()) {
    checkNotice(state, index);
    if (line.number !== index + 1) tell(at, 'order', `publicity ${line.number} stands in place ${index + 1}`);
    const own = windowOf(line.publishedOn, head.line.publicity, line);
    if (own.firstDay !== line.firstDay || own.lastDay !== line.lastDay) {
      tell(
        at,
        'publicity',
        `the window is ${line.firstDay}…${line.lastDay}, but it follows ${own.firstDay}…${own.lastDay}`,
      );
    }
    if (line.total !== totalOf(line.countsByCategory)) tell(at, 'counts', 'the counts do not sum to the total');
  }
}

const closed = ['inadmissible', 'answered', 'archived'];

/** No award passes while an objection is open: a decision that was signed stands on closed ones only. */
function checkObjections({ outcome, numbers, tell }: State): void {
  const notices = new Map(outcome.publicities.map(({ line }) => [line.number, { line, objections: 0 }]));
  for (const { at, line } of outcome.objections) {
    const notice = notices.get(line.publicity);
    if (!notice) {
      tell(at, 'objection', `there is no publicity ${line.publicity}`);
      continue;
    }
    notice.objections += 1;
    if (line.number !== notice.objections) {
      tell(at, 'order', `objection ${line.number} stands in place ${notice.objections}`);
    }
    if (line.receivedOn < notice.line.publishedOn) tell(at, 'objection', 'it came before the notice');
    if ((line.application !== undefined) !== (line.target === 'entry')) {
      tell(at, 'objection', 'only one against an entry names an application');
    }
    if (line.application !== undefined && numbers.get(line.application)?.name === undefined) {
      tell(at, 'objection', `it is against ${line.application}, which was not published`);
    }
    if (line.status === 'inadmissible' && (line.effect ?? 'none') !== 'none') {
      tell(at, 'objection', `it is inadmissible, but its effect is ${line.effect}`);
    }
    if (outcome.decision?.line.signedAt !== undefined && !closed.includes(line.status)) {
      tell(at, 'objection', `it is ${line.status} although the decision is signed`);
    }
  }
}

export function checkOutcome(state: State): void {
  checkList(state);
  checkListOrder(state);
  checkNames(state);
  checkPublicities(state);
  checkObjections(state);
  checkDecision(state);
}
