import type { Core } from '#domain/matching/core';

/**
 * Seeded instances of reviewer assignment for tests and benchmarks: fits out of topics of uneven popularity, conflicts
 * of area and chance, load bounds around the mean, and the shapes that solvers trip over.
 */
export type InstanceOptions = {
  readonly seed: number;
  readonly rows: number;
  readonly columns: number;
  /** Reviewers per application; `mixed` gives each row its own number between 1 and `size`. */
  readonly size: number;
  readonly mixed?: boolean;
  /** `alike`: rows of one category want the same, as where the fit is by the category's standard: nearly all is ties. */
  readonly fits?: 'topics' | 'coarse' | 'clustered' | 'equal' | 'binary' | 'alike';
  /** Share of pairs forbidden by chance, beside those of the same area. */
  readonly conflicts?: number;
  /** Least and most load in hundredths of the mean. */
  readonly loads?: readonly [number, number];
  /** How many pairs are pinned. */
  readonly pins?: number;
  /** Organizations of about so many reviewers each, at most one of an organization per row. */
  readonly organizations?: number;
  /** At least so many outsiders per row. */
  readonly outsiders?: number;
};

type Random = () => number;

/** Mulberry32: 32 bits of state are enough to vary instances. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

const TOPICS = 24;
const CATEGORIES = 7;
const AREAS = 16;

/** Popularity falls with the topic's number, about as 1 / n. */
function topicOf(random: Random): number {
  return Math.min(TOPICS - 1, Math.floor((TOPICS + 1) ** random() - 1));
}

/** A profile over the topics: two to four of them, unequally; unit length. */
function profileOf(random: Random, topics: number): Float64Array {
  const profile = new Float64Array(TOPICS);
  for (let at = 0; at < topics; at += 1) {
    const topic = topicOf(random);
    profile[topic] = (profile[topic] as number) + 0.3 + random();
  }
  const length = Math.hypot(...profile);
  return profile.map((weight) => weight / length);
}

/** Every member of a cluster has the same profile, so that whole blocks of the matrix are alike. */
function clusteredProfile(random: Random): Float64Array {
  const profile = new Float64Array(TOPICS);
  profile[topicOf(random)] = 1;
  return profile;
}

function fitOf(kind: NonNullable<InstanceOptions['fits']>, likeness: number, random: Random): number {
  if (kind === 'equal') return 500;
  if (kind === 'binary') return random() < 0.5 ? 0 : 1;
  if (kind === 'alike') return Math.round(likeness * 20) * 50;
  const fine = Math.max(0, Math.min(1000, Math.round(likeness * 850 + random() * 150)));
  return kind === 'coarse' ? Math.round(fine / 50) * 50 : kind === 'clustered' ? Math.round(likeness * 1000) : fine;
}

function fitsOf(options: InstanceOptions, random: Random): Int16Array {
  const { rows, columns, fits: kind = 'topics', conflicts = 0.02 } = options;
  const profile = () => (kind === 'clustered' ? clusteredProfile(random) : profileOf(random, 2 + below(random, 3)));
  const categories = kind === 'alike' ? Array.from({ length: CATEGORIES }, profile) : [];
  const wants = Array.from({ length: rows }, () =>
    kind === 'alike' ? (categories[below(random, CATEGORIES)] as Float64Array) : profile(),
  );
  const knows = Array.from({ length: columns }, profile);
  const rowAreas = Array.from({ length: rows }, () => below(random, AREAS));
  const columnAreas = Array.from({ length: columns }, () => below(random, AREAS));
  const fit = new Int16Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const want = wants[row] as Float64Array;
    for (let column = 0; column < columns; column += 1) {
      const know = knows[column] as Float64Array;
      let likeness = 0;
      for (let topic = 0; topic < TOPICS; topic += 1) likeness += (want[topic] as number) * (know[topic] as number);
      const value = fitOf(kind, likeness, random);
      const same = columns >= AREAS && rowAreas[row] === columnAreas[column];
      fit[row * columns + column] = same || random() < conflicts ? -1 : value;
    }
  }
  return fit;
}

/** Pins some allowed pairs, never more than the row's size, the column's bound or the organization's one. */
function pinsOf(core: Core, wanted: number, random: Random): [number, number][] {
  const pins: [number, number][] = [];
  const count = (test: (pin: [number, number]) => boolean) => pins.filter(test).length;
  for (let tried = 0; tried < wanted * 4 && pins.length < wanted; tried += 1) {
    const row = below(random, core.rows);
    const column = below(random, core.columns);
    const organization = core.organization?.[column] ?? -1;
    if ((core.fit[row * core.columns + column] as number) < 0) continue;
    if (pins.some(([r, c]) => r === row && c === column)) continue;
    if (organization >= 0 && pins.some(([r, c]) => r === row && core.organization?.[c] === organization)) continue;
    const room = (core.sizes[row] as number) - (core.outside?.[column] === 1 ? 0 : (core.outsiders ?? 0));
    if (count(([r]) => r === row) >= room) continue;
    if (count(([, c]) => c === column) >= (core.most[column] as number)) continue;
    pins.push([row, column]);
  }
  return pins;
}

const ties = (length: number, random: Random): Uint32Array =>
  Uint32Array.from({ length }, () => Math.floor(random() * 2 ** 32));

export function instanceOf(options: InstanceOptions): Core {
  const { seed, rows, columns, size, mixed = false, loads = [85, 115], pins = 0, organizations, outsiders } = options;
  const random = randomOf(seed);
  const fit = fitsOf(options, random);
  const sizes = Int32Array.from({ length: rows }, () => (mixed ? 1 + below(random, size) : size));
  const mean = sizes.reduce((all, each) => all + each, 0) / columns;
  const core: Core = {
    rows,
    columns,
    fit,
    sizes,
    least: new Int32Array(columns).fill(Math.floor((mean * loads[0]) / 100)),
    most: new Int32Array(columns).fill(Math.ceil((mean * loads[1]) / 100)),
    pins: [],
    rowTie: ties(rows, random),
    columnTie: ties(columns, random),
  };
  // A whole organization is outside or not: the two rules are nested, so that the problem stays a flow.
  const count = Math.max(1, Math.round(columns / (organizations ?? 1)));
  const memberOf = Int32Array.from({ length: columns }, () => below(random, count));
  const ruled: Core = {
    ...core,
    ...(organizations !== undefined && { organization: memberOf }),
    ...(outsiders !== undefined && {
      outside: memberOf.map((organization) => Number(organization % 3 === 0)) as unknown as Uint8Array,
      outsiders,
    }),
  };
  return { ...ruled, pins: pinsOf(ruled, pins, random) };
}

const yardsticks = {
  S3: { rows: 2000, columns: 200, size: 3 },
  S5: { rows: 2000, columns: 200, size: 5 },
  L3: { rows: 33_055, columns: 500, size: 3 },
  L5: { rows: 33_055, columns: 500, size: 5 },
} as const;

export type Yardstick = keyof typeof yardsticks;

/** The instances that the claims of speed and fairness are made on. */
export const yardstick = (name: Yardstick, seed = 1): Core => instanceOf({ seed, ...yardsticks[name] });

/** A seeded mixture of shapes and sizes: number `n` is the same instance for ever. `largest` bounds rows × columns × size. */
export function variedInstance(number: number, largest: readonly [number, number, number]): InstanceOptions {
  const random = randomOf(number * 7919 + 13);
  const pick = <T>(things: readonly T[]): T => things[below(random, things.length)] as T;
  const scale = random() ** 2;
  const columns = 1 + Math.round(scale * (largest[1] - 1) * (0.5 + random() / 2));
  const rows = 1 + Math.round(scale * (largest[0] - 1) * (0.3 + (random() * 7) / 10));
  const size = Math.min(columns, 1 + below(random, largest[2]));
  const loads = pick([
    [85, 115],
    [0, 130],
    [100, 100],
    [95, 105],
    [0, 400],
    [90, 101],
  ] as const);
  const ruled = columns >= 6 && random() < 0.35;
  const mixed = random() < 0.3;
  return {
    seed: number,
    rows,
    columns,
    size,
    mixed,
    fits: pick(['topics', 'topics', 'coarse', 'clustered', 'equal', 'binary']),
    conflicts: pick([0, 0.02, 0.02, 0.1, 0.4]),
    loads,
    pins: random() < 0.4 ? below(random, Math.max(2, Math.floor((rows * size) / 4))) : 0,
    ...(ruled && random() < 0.8 && { organizations: 2 + below(random, 3) }),
    ...(ruled && random() < 0.6 && { outsiders: below(random, Math.min(mixed ? 1 : 2, size) + 1) }),
  };
}
