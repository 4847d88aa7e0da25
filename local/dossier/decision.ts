import { countOf, differ, totalOf } from './counts.ts';
import type { LineOf } from './shapes.ts';
import type { State } from './state.ts';

/** The end of a day in Shanghai, in milliseconds since 1970. */
const endOf = (day: string): number => Date.parse(`${day}T24:00:00+08:00`);

/** What was signed had been in publicity to the end, and counts nobody who was not in its last notice. */
function checkSigned({ outcome, head, tell }: State, { at, line }: { at: number; line: LineOf<'decision'> }): void {
  const last = outcome.publicities.at(-1)?.line;
  if (line.signedAt !== undefined) {
    if (!last) tell(at, 'decision', 'it is signed, but nothing was ever in publicity');
    else if (Date.parse(line.signedAt) < endOf(last.lastDay)) {
      tell(at, 'decision', `it was signed at ${line.signedAt}, before the publicity ended on ${last.lastDay}`);
    }
    const steps = head?.line.approvalChain ?? [];
    if (line.steps.join() !== steps.join()) {
      tell(at, 'decision', `the chain is ${steps.join(' → ')}, but ${line.steps.join(' → ') || 'nobody'} acted`);
    }
  }
  for (const [categoryId, count] of Object.entries(line.countsByCategory)) {
    const published = last?.countsByCategory[categoryId] ?? 0;
    if (count > published) tell(at, 'counts', `${count} of ${categoryId}, but ${published} were published`);
  }
  if (line.total !== totalOf(line.countsByCategory)) tell(at, 'counts', 'the counts do not sum to the total');
}

/** Whoever is named had been published, under that very name, and was not struck off or left out since. */
function checkNamed({ outcome, numbers, tell }: State): void {
  const { named, objections, list, publicities } = outcome;
  const effectOn = (kind: string) => objections.filter(({ line }) => line.effect === kind).map(({ line }) => line);
  const removed = new Set(effectOn('remove').map(({ application }) => application));
  const mayBeAdded = effectOn('add').length > 0;
  const listed = new Set(list?.line.entries);
  const excluded = new Set(list?.line.exclusions);
  for (const { at, line } of named) {
    const { application } = line;
    const own = numbers.get(application);
    if (own?.categoryId !== line.categoryId) tell(at, 'named', `${application} is none of the category`);
    else if (own.name === undefined) tell(at, 'named', `${application} is named without having been published`);
    else if (own.name !== line.name) {
      tell(at, 'named', `${application} is named as ${JSON.stringify(line.name)}, published as ${own.name}`);
    }
    if (removed.has(application)) tell(at, 'named', `${application} was struck off after an objection`);
    if (!listed.has(application) && publicities.length < 2) tell(at, 'named', `${application} was on no list`);
    if (excluded.has(application) && !mayBeAdded) tell(at, 'named', `${application} was left out of the list`);
  }
  const first = named[0]?.at ?? 0;
  if (new Set(named.map(({ line }) => line.certificateNumber)).size !== named.length) {
    tell(first, 'certificate', 'a certificate number stands twice');
  }
  if (new Set(named.map(({ line }) => line.application)).size !== named.length) {
    tell(first, 'certificate', 'an application is named twice');
  }
}

/** Counts of the decision = certificates = named; who was named had been published and not struck off. */
export function checkDecision(state: State): void {
  const { outcome, tell } = state;
  const { decision, named } = outcome;
  checkNamed(state);
  if (named.length > 0 && decision?.line.signedAt === undefined) {
    tell(named[0]?.at ?? 0, 'named', 'units are named without a signed decision');
  }
  if (!decision) return;
  checkSigned(state, decision);
  if (named.length === 0) return;
  const counts = countOf(named.map((each) => each.line.categoryId));
  if (differ(counts, decision.line.countsByCategory)) {
    tell(decision.at, 'counts', 'the decision counts others than are named');
  }
}
