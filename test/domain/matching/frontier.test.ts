import fc from 'fast-check';
import { expect, it } from 'vitest';
import { advance, empty, nearest, openFrontier } from '#domain/matching/frontier';

const steps = fc.array(fc.tuple(fc.nat(15), fc.nat(100)), { maxLength: 60 });

it('gives the nodes back by their last distance, however often they came nearer', () => {
  fc.assert(
    fc.property(steps, (given) => {
      const distance = new Float64Array(16).fill(Number.POSITIVE_INFINITY);
      const frontier = openFrontier(distance);
      for (const [node, length] of given) {
        if (length >= (distance[node] as number)) continue;
        distance[node] = length;
        advance(frontier, node);
      }
      const inside = new Set(given.map(([node]) => node));
      const order = Array.from({ length: frontier.size }, () => nearest(frontier));
      expect(new Set(order)).toEqual(inside);
      expect(order.map((node) => distance[node])).toEqual(
        order.map((node) => distance[node] as number).toSorted((a, b) => a - b),
      );
    }),
  );
});

it('forgets who is left, and begins anew', () => {
  const distance = Float64Array.from([5, 3, 4]);
  const frontier = openFrontier(distance);
  for (const node of [0, 1, 2]) advance(frontier, node);
  expect(nearest(frontier)).toBe(1);
  const forgotten: number[] = [];
  empty(frontier, (node) => forgotten.push(node));
  expect(forgotten.toSorted()).toEqual([0, 2]);
  advance(frontier, 0);
  expect([frontier.size, nearest(frontier), frontier.size]).toEqual([1, 0, 0]);
});
