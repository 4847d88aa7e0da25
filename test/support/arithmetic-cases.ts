import { CompositeRule, composite, opened, panelScore, passes } from '#domain/composite';
import { compare, parseRational, type Rational, toFraction } from '#domain/exact';
import { rank } from '#domain/ranking';
import { order, readSlow, type Slow, slowComposite, slowPanel, slowRanks, slowShown } from './slow-rational.ts';

/** A generator of whole numbers that a seed fixes (xorshift, 32 bits). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

type Random = ReturnType<typeof randomFrom>;

const many = (random: Random, most: number, of: () => number): number[] =>
  Array.from({ length: random(most + 1) }, () => of());

/** Marks close together, so that ties, lines met exactly and halves to round come about often. */
const markOf = (random: Random): number => {
  const kinds = [() => random(10_001), () => 8_900 + random(201), () => 50 * random(201), () => 100 * random(101)];
  return kinds[random(kinds.length)]?.() ?? 0;
};

type Scored = {
  readonly house: Rational;
  readonly slow: Slow;
  readonly documents: [Rational, Slow];
  readonly site: number;
};

const weightsOf = (random: Random): [number, number, number] => {
  const documents = random(101);
  const site = random(101 - documents);
  return [documents, site, 100 - documents - site];
};

/** One case through panel, composite, comparison and rounding; what does not agree, in words, and both totals. */
function oneCase(random: Random): { problems: string[]; scored?: Scored } {
  const totals = Array.from({ length: random(10) }, () => markOf(random));
  const minimumSheets = 1 + random(4);
  const trimFrom = random(4) === 0 ? null : 3 + random(5);
  const panel = panelScore(totals, { minimumSheets, trimFrom });
  const slowDocuments = slowPanel(totals, minimumSheets, trimFrom);
  if (panel.method === 'none' || !slowDocuments) {
    const agrees = totals.length === 0 || (panel.method === 'none') === (slowDocuments === undefined);
    return { problems: agrees ? [] : [`panel of ${totals.length}: only one has a result`] };
  }
  const visits = Array.from({ length: 1 + random(4) }, () => markOf(random));
  const visit = panelScore(visits, { minimumSheets: 1, trimFrom: null });
  const slowSite = slowPanel(visits, 1, null);
  if (visit.method === 'none' || !slowSite) return { problems: ['a visit without a score'] };
  const satisfaction = markOf(random);
  const weights = weightsOf(random);
  const [bonuses, deductions] = [many(random, 3, () => 1 + random(400)), many(random, 3, () => 1 + random(400))];
  const bonusCap = random(3) === 0 ? random(1000) : 500;
  const item = (points: number) => ({ reason: '', points });
  const rule = CompositeRule.parse({
    weights: { documents: weights[0], site: weights[1], satisfaction: weights[2] },
    bonusCap,
  });
  const { total } = composite(
    {
      scores: {
        ...(weights[0] > 0 && { documents: panel.mean }),
        ...(weights[1] > 0 && { site: visit.mean }),
        ...(weights[2] > 0 && { satisfaction: parseRational(`${satisfaction}/100`) }),
      },
      bonuses: bonuses.map(item),
      deductions: deductions.map(item),
    },
    rule,
  );
  const slow = slowComposite({
    ...{ documents: slowDocuments, site: slowSite, satisfaction: { over: BigInt(satisfaction), under: 100n } },
    ...{ weights, bonuses, deductions, bonusCap },
  });
  const line = markOf(random);
  const checks: [string, boolean][] = [
    ['mean', order(readSlow(toFraction(panel.mean)), slowDocuments) === 0],
    ['total', order(readSlow(toFraction(total)), slow) === 0],
    ['shown', opened(total).shown === slowShown(slow)],
    ['line', passes(total, line) === order(slow, { over: BigInt(line), under: 100n }) >= 0],
    ['compare', compare(total, panel.mean) === order(slow, slowDocuments)],
  ];
  return {
    problems: checks.flatMap(([what, holds]) => (holds ? [] : [`${what}: ${JSON.stringify({ totals, weights })}`])),
    scored: { house: total, slow, documents: [panel.mean, slowDocuments], site: markOf(random) },
  };
}

/** The rank of a field of cases by composite, site and documents, both ways. */
function rankProblems(field: readonly Scored[]): string[] {
  const ranking = rank(
    field.map(({ house, documents, site }, at) => ({
      ...{ id: `${at}`, composite: house, documents: documents[0], site: parseRational(`${site}/100`) },
      ...{ indicator: null, namedBefore: false, voted: null },
    })),
    ['composite', 'site', 'documents', 'committee-vote'],
  );
  const expected = slowRanks(
    field.map(({ slow, documents, site }) => [slow, { over: BigInt(site), under: 100n }, documents[1]]),
  );
  return ranking.flatMap(({ id, rank: place }) => {
    const wanted = expected[Number(id)];
    return place === wanted ? [] : [`rank ${place} where ${wanted} is right`];
  });
}

/** So many random cases, ranked in fields of eight; what does not agree with the slow reference. */
export function mismatches(cases: number, seed: number): string[] {
  const random = randomFrom(seed);
  const problems: string[] = [];
  let field: Scored[] = [];
  for (let count = 0; count < cases; count += 1) {
    const { problems: found, scored } = oneCase(random);
    problems.push(...found);
    if (scored) field.push(scored);
    if (field.length < 8) continue;
    problems.push(...rankProblems(field));
    field = [];
  }
  return problems;
}
