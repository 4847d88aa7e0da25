import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFields } from '#domain/fields';
import { allocate, type Candidate, QuotaPlan } from '#domain/quotas';

const candidate = (id: string, rank: number, over: Partial<Candidate> = {}): Candidate => ({
  id,
  category: '社区',
  recommender: '学习办',
  areaPath: ['金融街', '区'],
  rank,
  passes: true,
  vetoed: false,
  ...over,
});

type Limit = { readonly areaId: string; readonly minimum?: number; readonly maximum?: number };

const planOf = (seats: number, areas: readonly Limit[] = [], mode = 'competitive') =>
  QuotaPlan.parse({ total: seats, mode, cells: [{ category: '社区', recommender: '学习办', seats, areas }] });

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
        waiting: [{ id: 'e', place: 1 }],
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
    const candidates = [candidate('a', 1), candidate('b', 2), candidate('c', 3, { areaPath: ['白纸坊', '区'] })];
    const keeping = (minimum: number) => [{ areaId: '白纸坊', minimum }];
    expect(allocate(planOf(2, keeping(1)), candidates)).toMatchObject([{ selected: ['a', 'c'], areasShort: [] }]);
    expect(allocate(planOf(3, keeping(2)), candidates)).toMatchObject([
      { selected: ['a', 'b', 'c'], areasShort: [{ area: '白纸坊', missing: 1 }] },
    ]);
  });

  it('stay vacant rather than take an area above its maximum, whatever level the area is of', () => {
    const candidates = [
      candidate('a', 1),
      candidate('b', 2),
      candidate('c', 3, { areaPath: ['真武社区', '白纸坊', '区'] }),
      candidate('d', 4, { areaPath: ['双槐社区', '白纸坊', '区'] }),
    ];
    const limits = [
      { areaId: '金融街', maximum: 1 },
      { areaId: '白纸坊', maximum: 1 },
    ];
    expect(allocate(planOf(3, limits), candidates)).toMatchObject([{ selected: ['a', 'c'], vacant: 1 }]);
  });

  it('of one area are undecided apart from those of another, where one vote does not touch the other', () => {
    const other = { areaPath: ['白纸坊', '区'] };
    const tied = [candidate('a', 1), candidate('b', 1), candidate('c', 1, other), candidate('d', 1, other)];
    const limits = [
      { areaId: '金融街', maximum: 1 },
      { areaId: '白纸坊', maximum: 1 },
    ];
    expect(allocate(planOf(4, limits), tied)).toMatchObject([
      {
        undecided: [
          { ids: ['a', 'b'], seats: 1 },
          { ids: ['c', 'd'], seats: 1 },
        ],
        vacant: 2,
      },
    ]);
  });

  it('have an order of substitution, in which equals share a place', () => {
    const candidates = [1, 2, 3, 3, 5].map((rank, at) => candidate(`u${at}`, rank));
    const vetoed = candidate('x', 6, { vetoed: true });
    expect(allocate(planOf(1), [...candidates, vetoed])[0]?.waiting).toEqual([
      { id: 'u1', place: 1 },
      { id: 'u2', place: 2 },
      { id: 'u3', place: 2 },
      { id: 'u4', place: 4 },
    ]);
  });

  it('of an equal quota refuse every recommender that sends more than it has, by name', () => {
    const sent = [candidate('a', 1), candidate('b', 2)];
    expect(allocate(planOf(2, [], 'equal'), sent)).toMatchObject([{ selected: ['a', 'b'] }]);
    const stranger = candidate('c', 3, { recommender: '妇联' });
    expect(() => allocate(planOf(1, [], 'equal'), [...sent, stranger])).toThrow(
      expect.objectContaining({
        code: 'QuotaExceeded',
        values: { limit: 1 },
        fields: [
          {
            path: 'quota.byRecommender.学习办',
            code: 'TooManySent',
            zh: '等额推荐：「学习办」推荐 2 个，名额为 1 个，请核减。',
            en: 'The quota is equal: 学习办 sent 2 for 1 seats. Take some back.',
          },
          expect.objectContaining({ path: 'quota.byRecommender.妇联' }),
        ],
      }),
    );
  });

  it('are none for a recommender that the plan does not name', () => {
    expect(allocate(planOf(1), [candidate('a', 1, { recommender: '妇联' })])).toMatchObject([
      { recommender: '学习办', selected: [], vacant: 1 },
      { recommender: '妇联', seats: 0, excluded: [{ id: 'a', reason: 'no-seat' }] },
    ]);
  });

  it('must not exceed the total, their minimums or be given twice', () => {
    const cell = { category: '社区', recommender: '学习办', seats: 2, areas: [{ areaId: '白纸坊', minimum: 3 }] };
    const codes = (plan: unknown) => {
      try {
        parseFields(QuotaPlan, plan);
      } catch (error) {
        return (error as { fields: { path: string; code: string }[] }).fields.map(({ path, code }) => [path, code]);
      }
      return [];
    };
    expect(codes({ total: 9, mode: 'equal', cells: [cell] })).toEqual([['cells.0.areas', 'MinimumsAboveSeats']]);
    const fair = { ...cell, areas: [] };
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

type Limits = Readonly<Record<string, { readonly minimum: number; readonly maximum: number }>>;

/**
 * The rule in its plainest form, for an order without ties: of all ways to seat people that break no limit, keep every
 * area's minimum as far as it can be kept and leave no seat empty that somebody may take, the one that the order
 * prefers. Found by trying all of them.
 */
function seatStrictly(order: readonly Candidate[], seats: number, limits: Limits): Set<string> {
  const areaOf = ({ areaPath }: Candidate) => areaPath[0] ?? '';
  const ways = Array.from({ length: 2 ** order.length }, (_, bits) => order.filter((_one, at) => (bits >> at) & 1));
  const inArea = (seated: readonly Candidate[], area: string) => seated.filter((one) => areaOf(one) === area).length;
  const allowed = ways.filter(
    (seated) =>
      seated.length <= seats &&
      Object.entries(limits).every(([area, { minimum, maximum }]) => {
        const count = inArea(seated, area);
        return count <= maximum && count >= Math.min(minimum, inArea(order, area));
      }),
  );
  const most = Math.max(...allowed.map((seated) => seated.length));
  const key = (seated: readonly Candidate[]) => order.map((one) => (seated.includes(one) ? '1' : '0')).join('');
  const best = allowed.filter((seated) => seated.length === most).toSorted((a, b) => (key(a) < key(b) ? 1 : -1))[0];
  return new Set(best?.map(({ id }) => id));
}

const limit = fc
  .record({ minimum: fc.integer({ min: 0, max: 2 }), spare: fc.integer({ min: 0, max: 3 }) })
  .map(({ minimum, spare }) => ({ minimum, maximum: minimum + spare }));

const cell = (recommender: string) =>
  fc.record({
    recommender: fc.constant(recommender),
    rows: fc.array(
      fc.record({ score: fc.integer({ min: 0, max: 3 }), area: fc.constantFrom('甲', '乙', '丙'), fit: fc.boolean() }),
      { maxLength: 5 },
    ),
    seats: fc.integer({ min: 0, max: 6 }),
    limits: fc.record({ 甲: limit, 乙: limit }),
  });

describe('seats against brute force', () => {
  it('selects whom every vote would select, and leaves undecided whom some votes would, cell by cell', () => {
    fc.assert(
      fc.property(cell('学习办'), cell('民政局'), fc.constantFrom('equal', 'competitive'), (...[one, other, mode]) => {
        const cells = [one, other];
        fc.pre(cells.every(({ seats, limits }) => limits.甲.minimum + limits.乙.minimum <= seats));
        fc.pre(mode === 'competitive' || cells.every(({ seats, rows }) => rows.length <= seats));
        const scores = cells.flatMap(({ rows }) => rows.map(({ score }) => score));
        const candidates = cells.flatMap(({ rows, recommender }) =>
          rows.map(({ score, area, fit }, at) =>
            candidate(`${recommender}${at}`, 1 + scores.filter((each) => each > score).length, {
              ...{ recommender, areaPath: [area, '区'], passes: fit, vetoed: !fit && at % 2 === 0 },
            }),
          ),
        );
        const plan = QuotaPlan.parse({
          total: one.seats + other.seats,
          mode,
          cells: cells.map(({ recommender, seats, limits }) => ({
            ...{ category: '社区', recommender, seats },
            areas: Object.entries(limits).map(([areaId, bounds]) => ({ areaId, ...bounds })),
          })),
        });
        for (const [at, allocation] of allocate(plan, candidates).entries()) {
          const { seats, limits, recommender } = cells[at] as (typeof cells)[number];
          const sent = candidates.filter((each) => each.recommender === recommender && each.passes);
          const outcomes = orders(sent).map((order) => seatStrictly(order, seats, limits));
          const ids = sent.map(({ id }) => id);
          const always = ids.filter((id) => outcomes.every((outcome) => outcome.has(id)));
          const sometimes = ids.filter((id) => outcomes.some((outcome) => outcome.has(id)));
          expect(allocation.selected.toSorted()).toEqual(always);
          const undecided = allocation.undecided.flatMap((tie) => tie.ids);
          expect([...always, ...undecided].toSorted()).toEqual(sometimes);
          const filled = always.length + allocation.undecided.reduce((all, tie) => all + tie.seats, 0);
          expect(outcomes.map((outcome) => outcome.size)).toEqual(outcomes.map(() => filled));
          expect(allocation.vacant).toBe(seats - filled);
          for (const tie of allocation.undecided) {
            for (const outcome of outcomes) {
              expect(tie.ids.filter((id) => outcome.has(id)).length).toBe(tie.seats);
            }
          }
          expect(allocation.waiting.map(({ id }) => id).toSorted()).toEqual(
            ids.filter((id) => !sometimes.includes(id)).toSorted(),
          );
        }
      }),
      { numRuns: 400 },
    );
  });
});
