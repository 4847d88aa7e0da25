import { describe, expect, it } from 'vitest';
import { outliersOf } from '#web/desks/reviewer/scoring/outliers.ts';
import { entryFields, tallyOf, writingOf } from '#web/desks/reviewer/scoring/sheet.ts';
import { standard } from './points.ts';

const tallyWith = (marks: Readonly<Record<string, string>>) =>
  tallyOf(
    standard,
    writingOf(
      standard,
      Object.assign({}, ...Object.entries(marks).map(([id, score]) => entryFields(id, { score, comment: '' }))),
    ),
  );
const scale = { categoryId: 'school', assigned: 5, submitted: 3, mean: '24.00', lowest: '22.00', highest: '26.00' };
const complete = { '1.1.1': '10', '1.1.2': '0', '1.1.3': '3.5', '1.1.4': '3' };

describe('what is worth a second look', () => {
  it('names the marks at the extremes, but not of a yes-or-no point', () => {
    const { atFull, atZero } = outliersOf(standard, tallyWith(complete), undefined);
    expect(atFull.map(({ pointId }) => pointId)).toEqual(['1.1.1']);
    expect(atZero.map(({ pointId }) => pointId)).toEqual(['1.1.2']);
  });

  it('tells a total that is far from the own habit, and in which direction', () => {
    const { unusual } = outliersOf(standard, tallyWith(complete), { ...scale, deviation: '2.00' });
    expect(unusual).toEqual({ mean: '24.00', higher: false });
  });

  it('says nothing of a total within the own spread, before there is a habit, or before all is marked', () => {
    expect(outliersOf(standard, tallyWith(complete), { ...scale, deviation: '4.00' }).unusual).toBeUndefined();
    expect(
      outliersOf(standard, tallyWith(complete), { ...scale, submitted: 2, deviation: '2.00' }).unusual,
    ).toBeUndefined();
    const { '1.1.4': _, ...rest } = complete;
    expect(outliersOf(standard, tallyWith(rest), { ...scale, deviation: '2.00' }).unusual).toBeUndefined();
  });

  it('does not find everything unusual for somebody who always gives the same', () => {
    const near = { '1.1.1': '10', '1.1.2': '10', '1.1.3': '2', '1.1.4': '3' };
    expect(outliersOf(standard, tallyWith(near), { ...scale, deviation: '0.00' }).unusual).toBeUndefined();
  });
});
