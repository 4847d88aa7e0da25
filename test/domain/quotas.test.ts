import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFields } from '#domain/fields';
import { allocate, type Candidate, QuotaPlan } from '#domain/quotas';

const candidate = (id: string, rank: number, over: Partial<Candidate> = {}): Candidate => ({
  id,
  category: '社区',
  recommender: '学习办',
  area: '金融街',
  rank,
  passes: true,
  vetoed: false,
  ...over,
});

const planOf = (seats: number, areaMinimums: Record<string, number> = {}, mode = 'competitive') =>
  QuotaPlan.parse({ total: seats, mode, cells: [{ category: '社区', recommender: '学习办', seats, areaMinimums }] });

describe('seats', () => {
  it('go to the best of those who pass and are not vetoed', () => {
    const candidates = [
      candidate('a', 1, { vetoed: true }),
      candidate('b', 2),
      candidate('c', 3, { passes: false }),
      candidate('d', 4),
      candidate('e', 5),
    ];
    expect(allocate(planOf(2), candidates)).toEqual([
      {
        category: '社区',
        recommender: '学习办',
        seats: 2,
        selected: ['b', 'd'],
        undecided: [],
        excluded: [
          { id: 'a', reason: 'vetoed' },
          { id: 'c', reason: 'below-line' },
          { id: 'e', reason: 'no-seat' },
        ],
        vacant: 0,
        areasShort: [],
      },
    ]);
  });

  it('stay vacant with one recommender though another has more who pass', () => {
    const plan = QuotaPlan.parse({
      total: 3,
      mode: 'competitive',
      cells: [
        { category: '社区', recommender: '学习办', seats: 2 },
        { category: '社区', recommender: '民政局', seats: 1 },
      ],
    });
    const sent = ['b', 'c'].map((id, position) => candidate(id, position + 2, { recommender: '民政局' }));
    const [first, second] = allocate(plan, [candidate('a', 1), ...sent]);
    expect(first).toMatchObject({ selected: ['a'], vacant: 1 });
    expect(second).toMatchObject({ selected: ['b'], vacant: 0, excluded: [{ id: 'c', reason: 'no-seat' }] });
  });

  it('are given to none of those tied across the cut', () => {
    const tied = [candidate('a', 1), candidate('b', 2), candidate('c', 2), candidate('d', 4)];
    expect(allocate(planOf(2), tied)).toMatchObject([
      {
        selected: ['a'],
        undecided: [{ ids: ['b', 'c'], seats: 1 }],
        excluded: [{ id: 'd', reason: 'no-seat' }],
        vacant: 0,
      },
    ]);
    expect(allocate(planOf(3), tied)).toMatchObject([{ selected: ['a', 'b', 'c'], undecided: [] }]);
  });

  it('are kept for an area up to its minimum, and open to all where it cannot use them', () => {
    const candidates = [candidate('a', 1), candidate('b', 2), candidate('c', 3, { area: '白纸坊' })];
    expect(allocate(planOf(2, { 白纸坊: 1 }), candidates)).toMatchObject([{ selected: ['a', 'c'], areasShort: [] }]);
    expect(allocate(planOf(3, { 白纸坊: 2 }), candidates)).toMatchObject([
      { selected: ['a', 'b', 'c'], areasShort: [{ area: '白纸坊', missing: 1 }] },
    ]);
  });

  it('of an equal quota refuse a recommender that sends more than it has', () => {
    const sent = [candidate('a', 1), candidate('b', 2)];
    expect(allocate(planOf(2, {}, 'equal'), sent)).toMatchObject([{ selected: ['a', 'b'] }]);
    expect(() => allocate(planOf(1, {}, 'equal'), sent)).toThrow(
      expect.objectContaining({ code: 'QuotaExceeded', values: { limit: 1 } }),
    );
  });

  it('are none for a recommender that the plan does not name', () => {
    expect(allocate(planOf(1), [candidate('a', 1, { recommender: '妇联' })])).toMatchObject([
      { recommender: '学习办', selected: [], vacant: 1 },
      { recommender: '妇联', seats: 0, excluded: [{ id: 'a', reason: 'no-seat' }] },
    ]);
  });

  it('must not exceed the total, their minimums or be given twice', () => {
    const cell = { category: '社区', recommender: '学习办', seats: 2, areaMinimums: { 白纸坊: 3 } };
    const codes = (plan: unknown) => {
      try {
        parseFields(QuotaPlan, plan);
      } catch (error) {
        return (error as { fields: { path: string; code: string }[] }).fields.map(({ path, code }) => [path, code]);
      }
      return [];
    };
    expect(codes({ total: 9, mode: 'equal', cells: [cell] })).toEqual([['cells.0.areaMinimums', 'MinimumsAboveSeats']]);
    const fair = { ...cell, areaMinimums: {} };
    expect(codes({ total: 3, mode: 'equal', cells: [fair, fair] })).toEqual([
      ['cells', 'SeatsAboveTotal'],
      ['cells.1', 'CellTwice'],
    ]);
  });
});

/** Every strict order that agrees with the ranks: what the committee could still vote. */
function orders(candidates: readonly Candidate[]): Candidate[][] {
  if (candidates.length === 0) return [[]];
  const best = Math.min(...candidates.map(({ rank }) => rank));
  return candidates
    .filter(({ rank }) => rank === best)
    .flatMap((first) => orders(candidates.filter((other) => other !== first)).map((rest) => [first, ...rest]));
}

/** The rule in its plainest form, for an order without ties. */
function seatStrictly(order: readonly Candidate[], seats: number, minimums: Record<string, number>): Set<string> {
  const kept = order.filter(
    (one, position) =>
      order.slice(0, position).filter(({ area }) => area === one.area).length < (minimums[one.area] ?? 0),
  );
  const open = order.filter((one) => !kept.includes(one)).slice(0, seats - kept.length);
  return new Set([...kept, ...open].map(({ id }) => id));
}

const small = fc.record({
  rows: fc.array(fc.record({ score: fc.integer({ min: 0, max: 3 }), area: fc.constantFrom('甲', '乙') }), {
    maxLength: 6,
  }),
  seats: fc.integer({ min: 0, max: 6 }),
  甲: fc.integer({ min: 0, max: 2 }),
  乙: fc.integer({ min: 0, max: 2 }),
});

describe('seats against brute force', () => {
  it('selects whom every vote would select, and leaves undecided whom some votes would', () => {
    fc.assert(
      fc.property(small, ({ rows, seats, ...minimums }) => {
        fc.pre(minimums.甲 + minimums.乙 <= seats);
        const candidates = rows.map(({ score, area }, position) =>
          candidate(`u${position}`, 1 + rows.filter((other) => other.score > score).length, { area }),
        );
        const outcomes = orders(candidates).map((order) => seatStrictly(order, seats, minimums));
        const always = candidates.filter(({ id }) => outcomes.every((outcome) => outcome.has(id))).map(({ id }) => id);
        const sometimes = candidates
          .filter(({ id }) => outcomes.some((outcome) => outcome.has(id)))
          .map(({ id }) => id);
        const [allocation] = allocate(planOf(seats, minimums), candidates);
        const undecided = allocation?.undecided.flatMap(({ ids }) => ids) ?? [];
        expect(allocation?.selected.toSorted()).toEqual(always);
        expect([...always, ...undecided].toSorted()).toEqual(sometimes);
        const filled = always.length + (allocation?.undecided ?? []).reduce((all, tie) => all + tie.seats, 0);
        expect(outcomes.map((outcome) => outcome.size)).toEqual(outcomes.map(() => filled));
        expect(allocation?.vacant).toBe(seats - filled);
      }),
      { numRuns: 500 },
    );
  });
});
