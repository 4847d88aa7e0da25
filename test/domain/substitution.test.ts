import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, type Candidate, type QuotaCell, QuotaPlan } from '#domain/quotas';
import { nextInLine } from '#domain/substitution';

const candidate = (id: string, rank: number, area = '甲'): Candidate => ({
  ...{ id, rank, category: '社区', recommender: '学习办', areaPath: [area, '区'], passes: true, vetoed: false },
});

const cellOf = (seats: number, areas: QuotaCell['areas'] = []): QuotaCell => ({
  ...{ category: '社区', recommender: '学习办', seats, areas },
});

const listed = (cell: QuotaCell, candidates: readonly Candidate[]) => {
  const [allocation] = allocate(QuotaPlan.parse({ total: cell.seats, mode: 'competitive', cells: [cell] }), candidates);
  if (!allocation) throw new Error('a cell gives an allocation');
  return allocation;
};

describe('the next in line (递补)', () => {
  it('is the best of those who wait, and nobody where no place is free', () => {
    const [a, b, c] = [candidate('a', 1), candidate('b', 2), candidate('c', 3)];
    expect(nextInLine(cellOf(2), [a], [c, b])).toEqual({ ids: ['b'], tied: [] });
    expect(nextInLine(cellOf(1), [a], [b, c])).toEqual({ ids: [], tied: [] });
  });

  it('is of the area that fell below its minimum, before a better one of another', () => {
    const limits = [{ areaId: '乙', minimum: 1 }];
    const waiting = [candidate('c', 3), candidate('d', 4, '乙')];
    expect(nextInLine(cellOf(2, limits), [candidate('a', 1)], waiting)).toEqual({ ids: ['d'], tied: [] });
    expect(nextInLine(cellOf(2, limits), [candidate('b', 2, '乙')], waiting)).toEqual({ ids: ['c'], tied: [] });
  });

  it('is never of an area at its maximum', () => {
    const limits = [{ areaId: '甲', minimum: 0, maximum: 1 }];
    const waiting = [candidate('c', 3), candidate('d', 4, '乙')];
    expect(nextInLine(cellOf(2, limits), [candidate('a', 1)], waiting)).toEqual({ ids: ['d'], tied: [] });
  });

  it('waits for the vote where equals compete, and needs none where all of them come in', () => {
    const equals = [candidate('b', 2), candidate('c', 2)];
    expect(nextInLine(cellOf(2), [candidate('a', 1)], equals)).toEqual({ ids: [], tied: ['b', 'c'] });
    expect(nextInLine(cellOf(3), [candidate('a', 1)], equals)).toEqual({ ids: ['b', 'c'], tied: [] });
  });

  it('makes the list what it would have been without whoever fell, whatever fell in whatever order', () => {
    const limit = fc.record({ minimum: fc.integer({ min: 0, max: 2 }), spare: fc.integer({ min: 0, max: 2 }) });
    const areas = fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(areas, fc.integer({ min: 1, max: 6 }), limit, limit, fc.infiniteStream(fc.nat()), (...drawn) => {
        const [people, seats, jia, yi, chance] = drawn;
        fc.pre(jia.minimum + yi.minimum <= seats);
        const limits = Object.entries({ 甲: jia, 乙: yi }).map(([areaId, { minimum, spare }]) => ({
          ...{ areaId, minimum, maximum: minimum + spare },
        }));
        const cell = cellOf(seats, limits);
        let rest = people.map((area, at) => candidate(`u${at}`, at + 1, area));
        const standing = new Set(listed(cell, rest).selected);
        for (let fall = 0; fall < 3 && standing.size > 0; fall += 1) {
          const fallen = [...standing][(chance.next().value ?? 0) % standing.size] ?? '';
          standing.delete(fallen);
          rest = rest.filter(({ id }) => id !== fallen);
          for (;;) {
            const [stand, wait] = [true, false].map((is) => rest.filter(({ id }) => standing.has(id) === is));
            const [next] = nextInLine(cell, stand ?? [], wait ?? []).ids;
            if (next === undefined) break;
            standing.add(next);
          }
          expect([...standing].toSorted()).toEqual(listed(cell, rest).selected.toSorted());
        }
      }),
      { numRuns: 300 },
    );
  });
});
