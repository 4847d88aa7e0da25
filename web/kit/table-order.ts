import { filterTest, folded } from './table-filter.ts';
import type { Column, Sort, Value } from './table-types.ts';

/** Chinese in the order of its sounds, numbers within a text as numbers. Made once: making one is slow. */
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Numbers before texts; a text that stands many times is compared once. */
function ranksOf(values: readonly Value[]): Int32Array {
  const unique = [...new Set(values)].filter((value) => value !== undefined);
  const numbers = unique.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const texts = unique.filter((value) => typeof value === 'string').sort(collator.compare);
  const rank = new Map<Value, number>([...numbers, ...texts].map((value, at) => [value, at]));
  return Int32Array.from(values, (value) => rank.get(value) ?? BLANK);
}

/** A blank stands last, whichever way is sorted. */
const BLANK = -1;

/** The most different texts of which a list to choose from is made. */
const MOST_CHOICES = 16;

function choicesOf(values: readonly Value[]): readonly string[] | undefined {
  const found = new Set<string>();
  for (const value of values) {
    if (typeof value === 'number') return undefined;
    if (value !== undefined && value !== '') found.add(value);
    if (found.size > MOST_CHOICES) return undefined;
  }
  return found.size > 1 && found.size * 2 <= values.length ? [...found].sort(collator.compare) : undefined;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly is: T } | undefined;
  return () => {
    made ??= { is: make() };
    return made.is;
  };
};

/** What is known of a column's values; each part is worked out when it is first asked for, and once. */
function columnOf<Row>(rows: readonly Row[], value: (row: Row) => Value, figures: boolean | undefined) {
  const values = once(() => rows.map(value));
  return {
    values,
    texts: once(() => values().map((each) => (each === undefined ? '' : folded(String(each))))),
    ranks: once(() => ranksOf(values())),
    choices: once(() => (figures ? undefined : choicesOf(values()))),
  };
}

/** Rows made ready for being sorted and filtered again and again; positions in `rows` are what is answered. */
export function prepare<Row>(rows: readonly Row[], columns: readonly Column<Row>[]) {
  const known = new Map(
    columns.flatMap(({ id, value, figures }) => (value ? [[id, columnOf(rows, value, figures)] as const] : [])),
  );
  const asTheyCame = once(() => Int32Array.from(rows, (_, at) => at));
  let last: { readonly sort: Sort; readonly order: Int32Array } | undefined;

  function sorted(sort: Sort | undefined): Int32Array {
    const column = sort && known.get(sort.id);
    if (!sort || !column) return asTheyCame();
    if (last?.sort.id !== sort.id || last.sort.descending !== sort.descending) {
      last = { sort, order: inOrder(column.ranks(), sort.descending) };
    }
    return last.order;
  }

  function seen(sort: Sort | undefined, filters: Readonly<Record<string, string>>): Int32Array {
    const tests = Object.entries(filters).flatMap(([id, text]) => {
      const column = known.get(id);
      const test = filterTest(text);
      return column && test ? [{ values: column.values(), texts: column.texts(), test }] : [];
    });
    const order = sorted(sort);
    if (tests.length === 0) return order;
    return order.filter((at) => tests.every(({ values, texts, test }) => test(values[at], texts[at] ?? '')));
  }

  return {
    seen,
    choices: (id: string): readonly string[] | undefined => known.get(id)?.choices(),
    /** Works out ahead what a click on a head will need. */
    warm: (id: string): void => void known.get(id)?.ranks(),
  };
}

function inOrder(ranks: Int32Array, descending: boolean): Int32Array {
  const way = descending ? -1 : 1;
  return Int32Array.from(ranks, (_, at) => at).sort((a, b) => {
    const left = ranks[a] ?? BLANK;
    const right = ranks[b] ?? BLANK;
    if (left === right) return a - b;
    if (left === BLANK || right === BLANK) return left === BLANK ? 1 : -1;
    return (left - right) * way;
  });
}
