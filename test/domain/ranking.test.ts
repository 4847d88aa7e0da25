import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromInteger, parseRational } from '#domain/exact';
import { type Contender, type Criterion, criteria, rank, TieChain } from '#domain/ranking';

const chain = criteria;

const contender = (id: string, over: Partial<Contender> = {}): Contender => ({
  id,
  composite: fromInteger(90),
  site: fromInteger(90),
  documents: fromInteger(90),
  indicator: fromInteger(20),
  namedBefore: false,
  voted: null,
  ...over,
});

const brief = (contenders: readonly Contender[]) =>
  rank(contenders, chain).map(({ id, rank: place, decidedBy }) => [id, place, decidedBy]);

describe('ranking', () => {
  it('compares unrounded: 541/6 stands before 90.1666', () => {
    const close = [
      contender('a', { composite: parseRational('90.1666') }),
      contender('b', { composite: parseRational('541/6') }),
    ];
    expect(brief(close)).toEqual([
      ['b', 1, 'composite'],
      ['a', 2, 'composite'],
    ]);
  });

  it.each([
    ['site', { site: fromInteger(91) }],
    ['documents', { documents: fromInteger(91) }],
    ['indicator', { indicator: fromInteger(21) }],
  ] as const)('breaks a tie by %s and says so of both', (criterion, better) => {
    expect(brief([contender('a'), contender('b', better)])).toEqual([
      ['b', 1, criterion],
      ['a', 2, criterion],
    ]);
  });

  it('prefers one that was never named, then the vote of the committee', () => {
    const tied = [
      contender('a', { namedBefore: true }),
      contender('b', { voted: { voteId: 'v', place: 2 } }),
      contender('c', { voted: { voteId: 'v', place: 1 } }),
    ];
    expect(brief(tied)).toEqual([
      ['c', 1, 'committee-vote'],
      ['b', 2, 'committee-vote'],
      ['a', 3, 'never-named'],
    ]);
  });

  it('keeps the order of the chain: the site visit outweighs any documents', () => {
    const tied = [
      contender('a', { documents: fromInteger(100) }),
      contender('b', { site: fromInteger(91), documents: fromInteger(0) }),
    ];
    expect(brief(tied).map(([id]) => id)).toEqual(['b', 'a']);
  });

  it('leaves 1, 2, 2, 4 where nothing separates two, whatever their ids', () => {
    const others = [contender('z', { composite: fromInteger(95) }), contender('k', { composite: fromInteger(80) })];
    const ranking = rank([contender('b'), ...others, contender('a')], chain);
    expect(ranking).toEqual([
      { id: 'z', rank: 1, decidedBy: 'composite', tied: [] },
      { id: 'b', rank: 2, decidedBy: null, tied: ['b', 'a'] },
      { id: 'a', rank: 2, decidedBy: null, tied: ['b', 'a'] },
      { id: 'k', rank: 4, decidedBy: 'composite', tied: [] },
    ]);
  });

  it('passes over a criterion that one of the tied does not have', () => {
    const tied = [
      contender('a', { site: null, documents: fromInteger(91) }),
      contender('b', { site: fromInteger(99) }),
    ];
    expect(brief(tied)).toEqual([
      ['a', 1, 'documents'],
      ['b', 2, 'documents'],
    ]);
  });

  it('passes it over for all of them, though it could order the others', () => {
    const tied = [
      contender('a', { site: fromInteger(80), documents: fromInteger(92) }),
      contender('b', { site: null, documents: fromInteger(91) }),
      contender('c', { site: fromInteger(99) }),
    ];
    expect(brief(tied)).toEqual([
      ['a', 1, 'documents'],
      ['b', 2, 'documents'],
      ['c', 3, 'documents'],
    ]);
  });

  it('refuses a chain that does not begin with the composite or repeats a criterion', () => {
    expect(TieChain.safeParse(['site', 'composite']).success).toBe(false);
    expect(TieChain.safeParse(['composite', 'site', 'site']).success).toBe(false);
    expect(chain).toEqual([...criteria]);
  });
});

const score = fc.integer({ min: 0, max: 2 }).map(fromInteger);
const maybe = fc.option(score, { nil: null });
const field = fc
  .array(
    fc.record({
      composite: score,
      site: score,
      documents: score,
      indicator: maybe,
      namedBefore: fc.boolean(),
      voted: fc.option(fc.record({ voteId: fc.constantFrom('v', 'w'), place: fc.integer({ min: 1, max: 3 }) }), {
        nil: null,
      }),
    }),
    { maxLength: 9 },
  )
  .map((rows) => rows.map((row, position) => ({ ...row, id: `u${position}` })));

describe('laws of ranking', () => {
  it('gives each the rank of one plus those strictly before it', () => {
    fc.assert(
      fc.property(field, (contenders) => {
        const ranking = rank(contenders, chain);
        for (const entry of ranking) {
          expect(entry.rank).toBe(1 + ranking.filter((other) => other.rank < entry.rank).length);
          const sharing = ranking.filter((other) => other.rank === entry.rank).map(({ id }) => id);
          expect(entry.tied.toSorted()).toEqual(sharing.length > 1 ? sharing.toSorted() : []);
        }
      }),
    );
  });

  it('gives everyone the same rank in whatever order they are listed', () => {
    fc.assert(
      fc.property(
        field.chain((contenders) =>
          fc.tuple(fc.constant(contenders), fc.shuffledSubarray(contenders, { minLength: contenders.length })),
        ),
        ([contenders, shuffled]) => {
          const places = (list: readonly Contender[]) =>
            Object.fromEntries(rank(list, chain).map(({ id, rank: place, decidedBy }) => [id, [place, decidedBy]]));
          expect(places(shuffled)).toEqual(places(contenders));
        },
      ),
    );
  });

  it('never puts a lower composite before a higher one', () => {
    fc.assert(
      fc.property(field, (contenders) => {
        const scores = rank(contenders, chain).map(
          ({ id }) => contenders.find((one) => one.id === id)?.composite.n ?? 0n,
        );
        expect(scores).toEqual(scores.toSorted((a, b) => Number(b - a)));
      }),
    );
  });

  const chains = fc
    .shuffledSubarray(criteria.filter((one) => one !== 'composite'))
    .map((rest): Criterion[] => ['composite', ...rest]);
  const full = fc.array(
    fc.record({ composite: score, site: score, documents: score, indicator: score, namedBefore: fc.boolean() }),
    { maxLength: 9 },
  );

  it('ranks by every declared chain as one comparison after the other would, and ties only what all of it leaves', () => {
    fc.assert(
      fc.property(chains, full, fc.boolean(), (declared, rows, isVoted) => {
        const contenders: Contender[] = rows.map((row, at) => ({
          ...row,
          id: `u${at}`,
          voted: isVoted ? { voteId: 'v', place: rows.length - at } : null,
        }));
        const keyOf = (one: Contender): number[] =>
          declared.map((criterion) => {
            if (criterion === 'never-named') return Number(!one.namedBefore);
            if (criterion === 'committee-vote') return -(one.voted?.place ?? 0);
            return Number(one[criterion]?.n ?? 0n);
          });
        const isBetter = (a: readonly number[], b: readonly number[]): boolean => {
          const at = a.findIndex((value, place) => value !== b[place]);
          return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
        };
        for (const { id, rank: place, tied } of rank(contenders, declared)) {
          const mine = keyOf(contenders.find((one) => one.id === id) as Contender);
          expect(place).toBe(1 + contenders.filter((other) => isBetter(keyOf(other), mine)).length);
          const equals = contenders.filter((other) => keyOf(other).join() === mine.join()).length;
          expect(tied.length).toBe(equals > 1 ? equals : 0);
        }
      }),
    );
  });

  it('never parts by places of two different votes', () => {
    const tied = [
      contender('a', { voted: { voteId: 'first', place: 1 } }),
      contender('b', { voted: { voteId: 'second', place: 2 } }),
    ];
    expect(rank(tied, chain).map(({ rank: place }) => place)).toEqual([1, 1]);
  });

  it('ranks 33,055 that nothing parts without a list for each of them', () => {
    const families = Array.from({ length: 33_055 }, (_, at) => contender(`f${at}`));
    const ranking = rank(families, chain);
    expect(new Set(ranking.map((entry) => entry.tied)).size).toBe(1);
    expect(ranking.at(-1)).toMatchObject({ rank: 1, decidedBy: null });
  });
});
