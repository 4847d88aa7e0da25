import { type Fields, namesOf, same } from './fields.ts';

type Mine = {
  /** The text that both began from. */
  readonly base: Fields;
  /** How the server spelled the base, where it spells otherwise than it was typed (7.5 → 7.50). */
  readonly alike: Fields;
  readonly mine: Fields;
  /** What was sent and never answered, as changes from the base: it may stand on the server. */
  readonly unsure: readonly Fields[];
  /** Fields over which both differ since before. */
  readonly contested: readonly string[];
};

export type Merged = {
  readonly fields: Fields;
  /** Fields that both changed, each otherwise: a person has to choose. */
  readonly contested: readonly string[];
  /** Fields that were taken over from the other side. */
  readonly taken: readonly string[];
};

type Verdict = 'mine' | 'theirs' | 'contested';

function verdictOn(name: string, { base, alike, mine, unsure, contested }: Mine, theirs: Fields): Verdict {
  if (same(mine[name], theirs[name])) return 'mine';
  if (contested.includes(name)) return 'contested';
  const sent = unsure.filter((changes) => Object.hasOwn(changes, name)).map((changes) => changes[name]);
  const isTouched = !same(mine[name], base[name]) || sent.length > 0;
  if (!isTouched) return 'theirs';
  const isOwn = [base[name], alike[name], ...sent].some((known) => same(known, theirs[name]));
  return isOwn ? 'mine' : 'contested';
}

/**
 * Brings a text that was written here together with what the server has by now, field by field. What only one side
 * changed is taken from that side; what stands there from here, though its answer was lost, counts as one's own.
 */
export function merge(here: Mine, theirs: Fields): Merged {
  const names = namesOf(here.base, here.mine, theirs);
  const verdicts = new Map(names.map((name) => [name, verdictOn(name, here, theirs)]));
  const those = (verdict: Verdict): string[] => names.filter((name) => verdicts.get(name) === verdict);
  return {
    fields: Object.fromEntries(
      names.map((name) => [name, verdicts.get(name) === 'theirs' ? theirs[name] : here.mine[name]]),
    ),
    contested: those('contested'),
    taken: those('theirs').filter((name) => !same(theirs[name], here.alike[name])),
  };
}
