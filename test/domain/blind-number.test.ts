import { describe, expect, it } from 'vitest';
import { blindNumber } from '#domain/blind-number';

describe('the blind number', () => {
  it('is the same for one application of one cycle, and another in another cycle', () => {
    expect(blindNumber('cycle-2026', 'case-1')).toBe(blindNumber('cycle-2026', 'case-1'));
    expect(blindNumber('cycle-2027', 'case-1')).not.toBe(blindNumber('cycle-2026', 'case-1'));
  });

  it('is read out without a doubt and says nothing of the id', () => {
    expect(blindNumber('cycle-2026', 'case-1')).toMatch(/^A-[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  it('is one number for each of 33,055 families', () => {
    const numbers = new Set(
      Array.from({ length: 33_055 }, (_, at) => blindNumber('xicheng-2011', `application-${at}`)),
    );
    expect(numbers.size).toBe(33_055);
  });
});
