import { windowOf } from './calendar.ts';
import type { At, State } from './state.ts';

/** What became of the selection: list, publicity, objections, decision and certificates. */
export type Outcome = {
  list?: At<'list'>;
  readonly publicities: At<'publicity'>[];
  readonly objections: At<'objection'>[];
  decision?: At<'decision'>;
  readonly named: At<'named'>[];
};

type Counts = Readonly<Record<string, number>>;

const countOf = (categories: readonly string[]): Counts => {
  const counts: Record<string, number> = {};
  for (const categoryId of categories) counts[categoryId] = (counts[categoryId] ?? 0) + 1;
  return counts;
};

const differ = (a: Counts, b: Counts): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].some((key) => (a[key] ?? 0) !== (b[key] ?? 0));

const totalOf = (counts: Counts): number => Object.values(counts).reduce((all, each) => all + each, 0);

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
  const counts = countOf(line.entries.map((application) => numbers.get(application)?.categoryId ?? '?'));
  if (differ(counts, line.countsByCategory) || line.total !== line.entries.length) {
    tell(at, 'counts', `${line.total} are told, ${line.entries.length} listed`);
  }
}

function checkPublicities({ outcome, head, tell }: State): void {
  if (!head) return;
  for (const [index, { at, line }] of outcome.publicities.entries()) {
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
  const publicities = new Set(outcome.publicities.map(({ line }) => line.number));
  for (const { at, line } of outcome.objections) {
    if (!publicities.has(line.publicity)) tell(at, 'objection', `there is no publicity ${line.publicity}`);
    if (line.application !== undefined && !numbers.has(line.application))
      tell(at, 'objection', 'it is against a stranger');
    if (outcome.decision?.line.signedAt !== undefined && !closed.includes(line.status)) {
      tell(at, 'objection', `it is ${line.status} although the decision is signed`);
    }
  }
}

/** Counts of the decision = certificates = named; who was named had been published and not struck off. */
function checkDecision({ outcome, numbers, head, tell }: State): void {
  const { decision, named, objections } = outcome;
  const removed = new Set(
    objections.flatMap(({ line }) => (line.effect === 'remove' && line.application ? [line.application] : [])),
  );
  const certificates = new Set(named.map(({ line }) => line.certificateNumber));
  if (certificates.size !== named.length) tell(named[0]?.at ?? 0, 'certificate', 'a certificate number stands twice');
  if (new Set(named.map(({ line }) => line.application)).size !== named.length) {
    tell(named[0]?.at ?? 0, 'certificate', 'an application is named twice');
  }
  for (const { at, line } of named) {
    const own = numbers.get(line.application);
    if (own?.categoryId !== line.categoryId) tell(at, 'named', `${line.application} is none of the category`);
    else if (own.name === undefined) tell(at, 'named', `${line.application} is named without having been published`);
    if (removed.has(line.application)) tell(at, 'named', `${line.application} was struck off after an objection`);
  }
  if (!decision) {
    if (named.length > 0) tell(named[0]?.at ?? 0, 'named', 'units are named without a decision');
    return;
  }
  const { at, line } = decision;
  if (line.total !== totalOf(line.countsByCategory)) tell(at, 'counts', 'the counts do not sum to the total');
  if (named.length > 0) {
    const counts = countOf(named.map((each) => each.line.categoryId));
    if (differ(counts, line.countsByCategory)) tell(at, 'counts', 'the decision counts others than are named');
  }
  const steps = head?.line.approvalChain ?? [];
  if (line.signedAt !== undefined && line.steps.join() !== steps.join()) {
    tell(at, 'decision', `the chain is ${steps.join(' → ')}, but ${line.steps.join(' → ') || 'nobody'} acted`);
  }
}

export function checkOutcome(state: State): void {
  checkList(state);
  checkPublicities(state);
  checkObjections(state);
  checkDecision(state);
}
