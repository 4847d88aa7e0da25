import { describe, expect, it } from 'vitest';
import { conflictInWords } from '#domain/conflict-words';
import { conflictSources } from '#domain/conflicts';

describe('a conflict in words', () => {
  it('tells in both languages what it rests on, and leaves no placeholder', () => {
    for (const source of conflictSources) {
      const { zh, en } = conflictInWords({ source, why: '$&{why}' });
      expect(/[一-龥]/.test(zh) && /[a-z]/.test(en)).toBe(true);
      expect([zh, en].map((text) => text.includes('$&{why}'))).toEqual(
        source === 'speaks-for' ? [false, false] : [true, true],
      );
    }
  });
});
