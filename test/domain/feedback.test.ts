import { describe, expect, it } from 'vitest';
import { exampleStandards } from '#domain/example-standards/index';
import { isThin, wasLate } from '#domain/feedback';
import { leavesOf, type Standard } from '#domain/standards';

const standard = exampleStandards.find(({ categoryId }) => categoryId === 'enterprise') as Standard;
const leaves = leavesOf(standard);

describe('a late review', () => {
  const dueAt = '2026-08-31T18:00:00.000+08:00';
  const later = '2026-09-10T18:00:00.000+08:00';

  it('came after its own deadline; the last minute is in time', () => {
    expect(wasLate([{ at: dueAt, dueAt }])).toBe(false);
    expect(wasLate([{ at: '2026-08-31T18:00:00.001+08:00', dueAt }])).toBe(true);
  });

  it('stays late though it was corrected in time', () => {
    expect(
      wasLate([
        { at: '2026-09-01T09:00:00.000+08:00', dueAt },
        { at: later, dueAt: later },
      ]),
    ).toBe(true);
    expect(
      wasLate([
        { at: dueAt, dueAt },
        { at: later, dueAt: later },
      ]),
    ).toBe(false);
  });
});

describe('a thin review', () => {
  /** Half a point off everywhere, with a comment at so many points. */
  const sheet = (commented: number, overall = '', comment = '资料不完整') => ({
    marks: Object.fromEntries(
      leaves.map(({ pointId, fullMarks }, at) => [
        pointId,
        { score: fullMarks - 50, comment: at < commented ? comment : '' },
      ]),
    ),
    overall,
  });

  it('takes marks off at more than half of the points without saying why', () => {
    const half = Math.floor(leaves.length / 2);
    expect(isThin(standard, sheet(half - 1))).toBe(true);
    expect(isThin(standard, sheet(leaves.length - half))).toBe(false);
    expect(isThin(standard, sheet(leaves.length, '', '好 好 好'))).toBe(true);
  });

  it('is not one that says over all what it thinks, in twenty characters at least', () => {
    expect(isThin(standard, sheet(0, '学'.repeat(20)))).toBe(false);
    expect(isThin(standard, sheet(0, `${'学'.repeat(19)}   `))).toBe(true);
  });

  it('is full marks everywhere and not a word', () => {
    const marks = Object.fromEntries(
      leaves.map(({ pointId, fullMarks }) => [pointId, { score: fullMarks, comment: '' }]),
    );
    expect(isThin(standard, { marks, overall: '' })).toBe(true);
  });
});
