import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { View } from '#web/kit/table-types.ts';
import { decodeView, encodeView } from '#web/kit/table-view.ts';

const id = fc.stringMatching(/^[a-z][\w-]{0,12}$/);
const view: fc.Arbitrary<View> = fc.record(
  {
    sort: fc.record({ id, descending: fc.boolean() }),
    filters: fc.dictionary(id, fc.string({ unit: 'binary' }), { noNullPrototype: true, maxKeys: 4 }),
    hidden: fc.uniqueArray(id, { maxLength: 4 }),
  },
  { requiredKeys: ['filters', 'hidden'], noNullPrototype: true },
);

describe('a view in a link', () => {
  it('is what a person can read', () => {
    const seen = { sort: { id: 'since', descending: true }, filters: { unit: '学校' }, hidden: ['area'] };
    expect(encodeView('applications', seen, [])).toBe('applications~down:since~hide:area~has:unit:学校');
  });

  it('comes back as it was, whatever somebody wrote into a filter', () => {
    fc.assert(
      fc.property(view, fc.uniqueArray(id, { maxLength: 4 }), (seen, usual) => {
        const back = decodeView('applications', encodeView('applications', seen, usual), usual);
        expect({ ...back, hidden: back?.hidden.toSorted() }).toEqual({ ...seen, hidden: seen.hidden.toSorted() });
      }),
    );
  });

  it('says of the columns only what is other than usual', () => {
    const seen = { filters: {}, hidden: ['number', 'area'] };
    expect(encodeView('applications', seen, ['number', 'days'])).toBe('applications~hide:area~show:days');
    expect(decodeView('applications', 'applications', ['number'])?.hidden).toEqual(['number']);
  });

  it('of another table is none of this one', () => {
    expect(decodeView('units', 'applications~up:since', [])).toBeUndefined();
    expect(decodeView('units', undefined, [])).toBeUndefined();
  });

  it('passes over what means nothing', () => {
    expect(decodeView('units', 'units~sideways:name~up:~nonsense', [])).toEqual({ filters: {}, hidden: [] });
  });
});
