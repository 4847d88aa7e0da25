import type { Area } from '#domain/areas';

export type AreaLevel = Area['level'];

/** From the top down. */
export const areaLevels: readonly AreaLevel[] = ['city', 'district', 'street', 'community'];

export type AreaNode = { readonly key: string; readonly title: string; readonly children: AreaNode[] };

/** The areas as a tree, in the order in which they were saved. */
export function treeOf(areas: readonly Area[], parentId?: string): AreaNode[] {
  return areas
    .filter((area) => area.parentId === parentId)
    .map(({ areaId, name }) => ({ key: areaId, title: name, children: treeOf(areas, areaId) }));
}

export const levelBelow = (level: AreaLevel): AreaLevel | undefined => areaLevels[areaLevels.indexOf(level) + 1];

/** An id that no area has: the one above with the next number. */
function freeId(areas: readonly Area[], prefix: string): string {
  const taken = new Set(areas.map(({ areaId }) => areaId));
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

/** The areas with those of the lines below one of them; blank lines and names that are there already are passed over. */
export function withBelow(areas: readonly Area[], parent: Area, lines: string): Area[] {
  const level = levelBelow(parent.level);
  if (!level) return [...areas];
  const added = [...areas];
  for (const line of lines.split('\n')) {
    const name = line.trim();
    const isThere = added.some((area) => area.parentId === parent.areaId && area.name === name);
    if (name === '' || isThere) continue;
    added.push({ areaId: freeId(added, parent.areaId), name, level, parentId: parent.areaId });
  }
  return added;
}

/** The areas without one and all that lies in it. */
export function without(areas: readonly Area[], areaId: string): Area[] {
  const gone = new Set([areaId]);
  for (const { areaId: each, parentId } of [...areas, ...areas, ...areas]) {
    if (parentId !== undefined && gone.has(parentId)) gone.add(each);
  }
  return areas.filter((area) => !gone.has(area.areaId));
}
