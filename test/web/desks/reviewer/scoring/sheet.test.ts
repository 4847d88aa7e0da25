import { describe, expect, it } from 'vitest';
import { blankEntry, withFound, withScore } from '#web/desks/reviewer/scoring/entry.ts';
import {
  entryFields,
  fieldsOf,
  inputOf,
  overallField,
  placeOf,
  shownMark,
  tallyOf,
  writingOf,
} from '#web/desks/reviewer/scoring/sheet.ts';
import { deduction, levels, standard } from './points.ts';

const kept = {
  marks: {
    '1.1.1': { score: '9.00', given: { level: 0 }, comment: '好' },
    '1.1.2': { score: '7.00', given: { found: [{ item: 0, count: 1 }] }, comment: '' },
    '1.1.4': { comment: '待核实' },
  },
  overall: '总体良好',
};

describe('a sheet as fields', () => {
  it('comes back as it was kept', () => {
    const sent = inputOf(standard, fieldsOf(standard, kept));
    expect(sent).toEqual({
      marks: { ...kept.marks, '1.1.2': { given: { found: [{ item: 0, count: 1 }] }, comment: '' } },
      overall: '总体良好',
    });
  });

  it('changes a mark that its rule computed, not beside it', () => {
    const fields = fieldsOf(standard, kept);
    const entry = writingOf(standard, fields).entries['1.1.2'] ?? blankEntry;
    const next = { ...fields, ...entryFields('1.1.2', withFound(deduction, entry, 0, 1)) };
    expect(tallyOf(standard, writingOf(standard, next)).marks.get('1.1.2')).toBe(400);
  });

  it('adds up what is marked and names what is not', () => {
    const tally = tallyOf(standard, writingOf(standard, fieldsOf(standard, kept)));
    expect(tally.total).toBe(1600);
    expect(tally.full).toBe(3000);
    expect(tally.open.map(({ pointId }) => pointId)).toEqual(['1.1.3', '1.1.4']);
    expect(tally.parts).toEqual([{ indicatorId: '1', total: 1600 }]);
  });

  it('tells a mark that is none from a blank', () => {
    const fields = entryFields('1.1.1', withScore(levels, blankEntry, '12'));
    const tally = tallyOf(standard, writingOf(standard, fields));
    expect(tally.states.get('1.1.1')).toBe('wrong');
    expect(tally.states.get('1.1.2')).toBe('blank');
  });

  it('says of which point a field is', () => {
    expect(placeOf(standard, 'marks.1.1.1')).toEqual({ point: levels, isComment: false });
    expect(placeOf(standard, 'comments.1.1.1')).toEqual({ point: levels, isComment: true });
    expect(placeOf(standard, Object.keys(overallField('')).join())).toEqual({ isComment: false });
  });

  it('shows a mark in figures where two differ', () => {
    expect(shownMark({ score: '9.00', given: { level: 0 } })).toBe('9.00');
    expect(shownMark({ given: { found: [{ item: 1, count: 2 }] } })).toBe('2 × 2');
    expect(shownMark({ given: { part: 412, whole: 800 } })).toBe('412 / 800');
    expect(shownMark(null)).toBe('');
  });
});
