import { describe, expect, it } from 'vitest';
import { infeasibleOf } from '#web/desks/assignment/infeasible.ts';

const field = (path: string, code = 'Any') => ({ path, code, zh: '话', en: 'words' });

describe('a draw that cannot be', () => {
  it('says of what is in the way where it is mended, each place once', () => {
    const remedyOf = (path: string) => infeasibleOf([field(path)]).remedies;
    expect(remedyOf('reviewers.maximumLoad')).toEqual(['loads']);
    expect(remedyOf('reviewers')).toEqual(['reviewers']);
    expect(remedyOf('applications.case-1')).toEqual(['reviewers']);
    expect(remedyOf('pins.case-1.r-1')).toEqual(['pins']);
    expect(remedyOf('categories.groupRules.outsideExperts')).toEqual(['rules']);
    expect(remedyOf('elsewhere')).toEqual([]);
    const { causes, remedies } = infeasibleOf([
      field('categories.2.panelSize'),
      field('applications.case-1', 'TooFewFree'),
      field('applications.case-2', 'TooFewFree'),
    ]);
    expect(causes).toHaveLength(3);
    expect(remedies).toEqual(['reviewers', 'rules']);
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
