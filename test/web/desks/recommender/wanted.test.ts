import { describe, expect, it } from 'vitest';
import { fieldsOf, toggled, withoutReason } from '#web/desks/recommender/marks.ts';
import { around, placeIn, shownPlace } from '#web/desks/recommender/walk.ts';
import { isWanted, wantedOf } from '#web/desks/recommender/wanted.ts';

describe('what the board links to', () => {
  it('is read from the address, and what means nothing is passed over', () => {
    expect(wantedOf({ status: 'returned', category: 'community', stuck: 5, other: 1 })).toEqual({
      status: 'returned',
      category: 'community',
      stuck: 5,
    });
    expect(wantedOf({ stuck: 'long' })).toEqual({});
    expect(wantedOf({ stuck: -3 })).toEqual({});
  });

  it('counts whole days in a state', () => {
    const now = Date.parse('2026-03-10T09:00:00+08:00');
    const since = (statusSince: string) =>
      isWanted({ status: 's', statusSince, categoryId: 'c', areaId: 'a', recommender: 'r' }, { stuck: 5 }, now);
    expect(since('2026-03-05T09:00:00+08:00')).toBe(true);
    expect(since('2026-03-05T09:00:01+08:00')).toBe(false);
  });
});

describe('the walk through a list', () => {
  const ids = Array.from({ length: 5000 }, (_, at) => `case-${at}`);

  it('keeps what lies around the case that was opened, and tells its place in the whole', () => {
    const kept = around(ids, 'case-3000', '/back');
    const walk = placeIn(kept, 'case-3001');
    expect(kept.ids).toHaveLength(1001);
    expect(walk && shownPlace(kept, walk)).toBe(3002);
    expect(walk?.all).toBe(5000);
    expect(placeIn(kept, 'case-1')).toBeUndefined();
    expect(placeIn(undefined, 'case-1')).toBeUndefined();
  });
});

describe('what is ticked to be corrected', () => {
  it('is sent in the order of the page, with the part that is meant', () => {
    const marks = { 'report.results': { reason: ' b ' }, 'points.1.1': { reason: 'a', part: 'evidence' as const } };
    const order = ['points.1.1', 'report.results'];
    expect(fieldsOf(marks, (path) => order.indexOf(path))).toEqual([
      { path: 'points.1.1.evidence', reason: 'a' },
      { path: 'report.results', reason: 'b' },
    ]);
  });

  it('wants a reason each, and is taken back by the same tick', () => {
    const marks = toggled({}, 'profile');
    expect(withoutReason(marks)).toBe(1);
    expect(toggled(marks, 'profile')).toEqual({});
  });
});
