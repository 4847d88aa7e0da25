import { describe, expect, it } from 'vitest';
import { infeasibleOf } from '#web/desks/assignment/infeasible.ts';

const field = (path: string, code = 'Any') => ({ path, code, zh: '话', en: 'words' });

describe('a draw that cannot be', () => {
  it('names for each cause where it is mended', () => {
    const { causes } = infeasibleOf([
      field('reviewers.maximumLoad', 'Shortage-capacity'),
      field('reviewers', 'Shortage-least'),
      field('pins.case-1.r-1'),
      field('categories.2.panelSize'),
      field('categories.groupRules.outsideExperts', 'Shortage-outsiders'),
      field('elsewhere'),
    ]);
    expect(causes.map(({ remedy }) => remedy)).toEqual(['loads', 'reviewers', 'pins', 'rules', 'rules', undefined]);
  });

  it('keeps those who are bound together in it apart from the causes', () => {
    const { causes, applications, reviewers } = infeasibleOf([
      field('reviewers', 'Shortage-least'),
      field('applications.case-1', 'Bound'),
      field('reviewers.r-7', 'Bound'),
    ]);
    expect(causes).toHaveLength(1);
    expect(applications.map(({ id }) => id)).toEqual(['case-1']);
    expect(reviewers.map(({ id }) => id)).toEqual(['r-7']);
  });
});
