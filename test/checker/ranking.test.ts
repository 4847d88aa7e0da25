import { describe, expect, it } from 'vitest';
import { whole } from '#local/dossier/fraction';
import { type Contender, rank } from './ranking.ts';

const contender = (
  unitKey: string,
  of: Partial<Record<'composite' | 'site' | 'documents' | 'results', number>>,
): Contender => ({
  unitKey,
  composite: whole(of.composite ?? 90),
  site: whole(of.site ?? 90),
  documents: whole(of.documents ?? 90),
  results: whole(of.results ?? 20),
  namedBefore: false,
});

describe('the ranking', () => {
  it('goes by composite, site, documents, results, and never named before', () => {
    const all = [
      { ...contender('named', {}), namedBefore: true },
      contender('plain', {}),
      contender('results', { results: 21 }),
      contender('documents', { documents: 91 }),
      contender('site', { site: 91, documents: 80 }),
      contender('composite', { composite: 91, site: 50 }),
    ];
    expect(rank(all, []).order).toEqual(['composite', 'site', 'documents', 'results', 'plain', 'named']);
  });

  it('leaves equals at one place until a vote parts them', () => {
    const all = [contender('a', {}), contender('b', {}), contender('c', { composite: 80 })];
    const open = rank(all, []);
    expect(['a', 'b', 'c'].map((unitKey) => open.placeOf(unitKey))).toEqual([1, 1, 3]);
    expect(open.undecided).toEqual([['a', 'b']]);
    const voted = rank(all, [['b', 'a']]);
    expect([voted.order, voted.undecided]).toEqual([['b', 'a', 'c'], []]);
  });
});
