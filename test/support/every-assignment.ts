import type { Core } from '#domain/matching/core';

/** Reviewers of each row. */
type Panels = readonly (readonly number[])[];

function* panelsOf(core: Core, row: number, from = 0, chosen: readonly number[] = []): Generator<readonly number[]> {
  if (chosen.length === core.sizes[row]) {
    const pinned = core.pins.every(([r, column]) => r !== row || chosen.includes(column));
    const organizations = chosen.map((column) => core.organization?.[column] ?? -1).filter((each) => each >= 0);
    const outside = chosen.filter((column) => core.outside?.[column] === 1).length;
    const ruled = new Set(organizations).size === organizations.length && outside >= (core.outsiders ?? 0);
    if (pinned && ruled) yield chosen;
    return;
  }
  for (let column = from; column < core.columns; column += 1) {
    if ((core.fit[row * core.columns + column] as number) >= 0)
      yield* panelsOf(core, row, column + 1, [...chosen, column]);
  }
}

/** Every assignment that is allowed, one by one: for tiny problems. */
export function* everyAssignment(core: Core, row = 0, panels: Panels = []): Generator<Panels> {
  if (row === core.rows) {
    const loads = new Int32Array(core.columns);
    for (const column of panels.flat()) loads[column] = (loads[column] as number) + 1;
    const within = (load: number, column: number) =>
      load >= (core.least[column] as number) && load <= (core.most[column] as number);
    if (loads.every(within)) yield panels;
    return;
  }
  for (const panel of panelsOf(core, row)) yield* everyAssignment(core, row + 1, [...panels, panel]);
}

export const fitOfPanel = (core: Core, row: number, panel: readonly number[]): number =>
  panel.reduce((all, column) => all + (core.fit[row * core.columns + column] as number), 0);
