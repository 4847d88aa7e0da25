import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Core } from '#domain/matching/core';
import { panelAbove } from '#domain/matching/panel-above';
import { everyAssignment, fitOfPanel } from '#test/support/every-assignment';

const columns = 8;
const anyRow = fc.record({
  fit: fc.array(fc.integer({ min: -1, max: 9 }), { minLength: columns, maxLength: columns }),
  values: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }),
  groups: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: columns, maxLength: columns }),
  size: fc.integer({ min: 1, max: 4 }),
  outsiders: fc.integer({ min: 0, max: 2 }),
  floor: fc.integer({ min: 0, max: 30 }),
  isPinned: fc.boolean(),
});

describe('panelAbove', () => {
  it('finds the panel of greatest value among all that reach the floor', () => {
    fc.assert(
      fc.property(anyRow, ({ fit, values, groups, size, outsiders, floor, isPinned }) => {
        const pinned = isPinned ? fit.findIndex((each) => each >= 0) : -1;
        const pins = pinned >= 0 ? [pinned] : [];
        const core: Core = {
          rows: 1,
          columns,
          fit: Int16Array.from(fit),
          sizes: Int32Array.of(size),
          least: new Int32Array(columns),
          most: new Int32Array(columns).fill(1),
          pins: pins.map((column) => [0, column]),
          organization: Int32Array.from(groups),
          outside: Uint8Array.from(groups, (group) => Number(group % 2 === 0)),
          outsiders,
          rowTie: new Uint32Array(1),
          columnTie: new Uint32Array(columns),
        };
        const worth = (panel: readonly number[]): number =>
          panel.reduce((sum, column) => sum + (values[column] as number), 0);
        const panels = [...everyAssignment(core)].map(([panel = []]) => panel);
        fc.pre(panels.length > 0);
        const best = panels.filter((panel) => fitOfPanel(core, 0, panel) >= floor).map(worth);
        const found = panelAbove(core, 0, pins, (column) => values[column] as number, floor);
        expect(found && worth(found)).toBe(best.length > 0 ? Math.max(...best) : undefined);
        if (found) expect(panels).toContainEqual(found);
      }),
      { numRuns: 2000 },
    );
  });
});
