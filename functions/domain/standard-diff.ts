import { canonicalJson } from './canonical-json.ts';
import { normalizeName } from './names.ts';
import type { ObservationPoint, StandardContent } from './standards.ts';

/** An indicator or a point with the names of what it stands under, from above. */
type Placed<Item> = { readonly under: readonly string[]; readonly item: Item };

type Indicator = { readonly indicatorId: string; readonly name: string; readonly fullMarks: number };

export type FieldChange = { readonly field: string; readonly before?: unknown; readonly after?: unknown };

/**
 * One line of the comparison, both sides whole where there are both. `moved`: it stands under something else now;
 * what else is different, its id among it, is in `changes`.
 */
export type Difference<Item> = {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before?: Placed<Item>;
  readonly after?: Placed<Item>;
  readonly changes: readonly FieldChange[];
};

export type StandardDifferences = {
  readonly head: readonly FieldChange[];
  readonly indicators: readonly Difference<Indicator>[];
  readonly points: readonly Difference<ObservationPoint>[];
  /** How many points are the same in both. */
  readonly unchanged: number;
};

const headFields = ['name', 'label', 'source', 'note', 'fullMarks'] as const;
const indicatorFields = ['indicatorId', 'name', 'fullMarks'] as const;
const pointFields = [
  'pointId',
  'name',
  'description',
  'fullMarks',
  'method',
  'rule',
  'evidenceRequired',
  'veto',
] as const;

/** Plain data is the same whatever the order of its fields: the table keeps none. */
const isSame = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

const changesOf = <Item extends object>(before: Item, after: Item, fields: readonly (keyof Item & string)[]) =>
  fields.flatMap((field): FieldChange[] =>
    isSame(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  );

/** One item of a level with what it stands under; points have a parent of the second level, and so on up. */
type Entry<Item> = Placed<Item> & { readonly parent: Entry<Indicator> | undefined };

type Level<Item> = {
  readonly before: readonly Entry<Item>[];
  readonly after: readonly Entry<Item>[];
  readonly fields: readonly (keyof Item & string)[];
  readonly idOf: (item: Item) => string;
};

/** Numbers by which entries are one and the same: those of both versions that were paired share one. */
type Identities = Map<Entry<Indicator>, number>;

type Pair<Item> = { readonly before: Entry<Item>; readonly after: Entry<Item> };

/** Takes out of both lists what has one key, as long as it stands once on each side. */
function pairBy<Item>(key: (each: Entry<Item>) => string, before: Entry<Item>[], after: Entry<Item>[]): Pair<Item>[] {
  const [left, right] = [grouped(before, key), grouped(after, key)];
  return [...left].flatMap(([value, [one, ...more]]) => {
    const [other, ...others] = right.get(value) ?? [];
    if (!one || !other || more.length + others.length > 0) return [];
    before.splice(before.indexOf(one), 1);
    after.splice(after.indexOf(other), 1);
    return [{ before: one, after: other }];
  });
}

function grouped<Each>(all: readonly Each[], key: (each: Each) => string): Map<string, Each[]> {
  const groups = new Map<string, Each[]>();
  for (const each of all) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return groups;
}

const shown = <Item>({ under, item }: Entry<Item>): Placed<Item> => ({ under, item });

/**
 * Who is who on one level: first by place and name, then by name alone (moved), then by place and id (renamed). Ids
 * alone do not tell: they are numbers in a row, and shift when something is put in. A place is the parent, whatever
 * it is called by now.
 */
function compareLevel<Item extends { readonly name: string }>(
  { before, after, fields, idOf }: Level<Item>,
  identities: Identities,
) {
  const placeOf = ({ parent }: Entry<Item>): string => (parent ? `${identities.get(parent)}` : '');
  const nameOf = ({ item }: Entry<Item>): string => normalizeName(item.name);
  const [left, right] = [[...before], [...after]];
  const pairs = [
    ...pairBy((each) => `${placeOf(each)} ${nameOf(each)}`, left, right),
    ...pairBy(nameOf, left, right),
    ...pairBy((each) => `${placeOf(each)} ${idOf(each.item)}`, left, right),
  ];
  const lineOf = (pair: Pair<Item>): Difference<Item>[] => {
    const changes = changesOf(pair.before.item, pair.after.item, fields);
    const isMoved = placeOf(pair.before) !== placeOf(pair.after);
    if (!isMoved && changes.length === 0) return [];
    return [{ kind: isMoved ? 'moved' : 'changed', before: shown(pair.before), after: shown(pair.after), changes }];
  };
  const pairOf = new Map(pairs.map((pair) => [pair.after, pair]));
  const lines = after.flatMap((each): Difference<Item>[] => {
    const pair = pairOf.get(each);
    return pair ? lineOf(pair) : [{ kind: 'added', after: shown(each), changes: [] }];
  });
  const removed = left.map((each): Difference<Item> => ({ kind: 'removed', before: shown(each), changes: [] }));
  const paired = lines.filter(({ kind }) => kind !== 'added').length;
  return { pairs, differences: [...lines, ...removed], unchanged: pairs.length - paired };
}

/** The three levels of a standard, each entry with its parent. */
function entriesOf({ indicators }: StandardContent) {
  const firsts: Entry<Indicator>[] = [];
  const seconds: Entry<Indicator>[] = [];
  const points: Entry<ObservationPoint>[] = [];
  for (const { children: parts, ...first } of indicators) {
    const parent: Entry<Indicator> = { under: [], item: first, parent: undefined };
    firsts.push(parent);
    for (const { children, ...second } of parts) {
      const part: Entry<Indicator> = { under: [first.name], item: second, parent };
      seconds.push(part);
      points.push(...children.map((item) => ({ under: [first.name, second.name], item, parent: part })));
    }
  }
  return { firsts, seconds, points };
}

/**
 * What a standard says other than another one, as lines to be shown side by side: in the order of the newer, what
 * was removed at the end. Names count without regard to width and brackets.
 */
export function compareStandards(before: StandardContent, after: StandardContent): StandardDifferences {
  const [left, right] = [entriesOf(before), entriesOf(after)];
  const all = [...left.firsts, ...left.seconds, ...right.firsts, ...right.seconds];
  const identities: Identities = new Map(all.map((each, at) => [each, at]));
  const indicators = (['firsts', 'seconds'] as const).flatMap((level) => {
    const of = { before: left[level], after: right[level], fields: indicatorFields, idOf: indicatorId };
    const { pairs, differences } = compareLevel(of, identities);
    for (const pair of pairs) identities.set(pair.after, identities.get(pair.before) ?? -1);
    return differences;
  });
  const { differences, unchanged } = compareLevel(
    { before: left.points, after: right.points, fields: pointFields, idOf: ({ pointId }) => pointId },
    identities,
  );
  return { head: changesOf(before, after, headFields), indicators, points: differences, unchanged };
}

const indicatorId = (indicator: Indicator): string => indicator.indicatorId;
