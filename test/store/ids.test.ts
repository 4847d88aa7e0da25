import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '#store/ids';

describe('newId', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is the kind and 26 signs that nobody confuses when reading them out', () => {
    expect(newId('application')).toMatch(/^application-[0-9a-hjkmnp-tv-z]{26}$/);
  });

  it('sorts by the time of its making', () => {
    vi.useFakeTimers();
    const ids = ['2026-03-02', '2026-03-02T00:00:00.001Z', '2031-01-01', '2999-12-31'].map((day) => {
      vi.setSystemTime(Date.parse(day));
      return newId('award');
    });
    expect(ids.toSorted()).toEqual(ids);
  });

  it('cannot be guessed from another of the same millisecond', () => {
    vi.useFakeTimers();
    const random = Array.from({ length: 1_000 }, () => newId('').slice(11));
    expect(new Set(random).size).toBe(1_000);
    const signsAt = (place: number) => new Set(random.map((id) => id[place])).size;
    expect(Array.from({ length: 16 }, (_, place) => signsAt(place))).toEqual(Array.from({ length: 16 }, () => 32));
  });
});
