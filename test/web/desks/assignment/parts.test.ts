import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partsOf } from '#web/desks/assignment/parts.ts';

const widths = (counts: Parameters<typeof partsOf>[0]) => partsOf(counts).map(({ percent }) => percent);

it('shows each sheet once: in, overdue, under way, not accepted', () => {
  expect(widths({ assigned: 10, submitted: 4, overdue: 3, pending: 2 })).toEqual([40, 30, 10, 20]);
  expect(widths({ assigned: 0, submitted: 0, overdue: 0, pending: 0 })).toEqual([0, 0, 0, 0]);
  expect(widths({ assigned: 4, submitted: 0, overdue: 4, pending: 4 })).toEqual([0, 100, 0, 0]);
});

it('fills the bar exactly, whatever overlaps', () => {
  const counts = fc
    .record({ assigned: fc.integer({ min: 1, max: 50 }), a: fc.nat(50), b: fc.nat(50), c: fc.nat(50) })
    .map(({ assigned, a, b, c }) => {
      const submitted = a % (assigned + 1);
      const open = assigned - submitted;
      return { assigned, submitted, overdue: b % (open + 1), pending: c % (open + 1) };
    });
  fc.assert(
    fc.property(counts, (of) => {
      expect(widths(of).reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
      expect(Math.min(...widths(of))).toBeGreaterThanOrEqual(0);
    }),
  );
});
