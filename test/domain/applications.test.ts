import { expect, it } from 'vitest';
import { isNothingToReview } from '#domain/applications';

it.each([
  ['no category at all', [], true],
  ['nobody', [{}, { 'self-assessed': 0, withdrawn: 3 }], true],
  ['others who still owe something', [{ accepted: 2 }, { submitted: 1 }], true],
  ['one in the last category', [{ expired: 4 }, { 'self-assessed': 1 }], false],
] as const)('of %s: whether there is nothing to review', (_, categories, isNothing) => {
  expect(isNothingToReview(categories)).toBe(isNothing);
});
