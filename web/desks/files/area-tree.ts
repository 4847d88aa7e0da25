import type { Area } from '#domain/areas';

type AreaNode = { readonly value: string; readonly title: string; readonly children?: AreaNode[] };

/** The areas as a tree to choose from, in the office's order. */
export function treeOf(areas: readonly Area[]): AreaNode[] {
  const below = new Map<string | undefined, Area[]>();
  for (const area of areas) {
    const list = below.get(area.parentId);
    if (list) list.push(area);
    else below.set(area.parentId, [area]);
  }
  const nodesBelow = (parentId: string | undefined): AreaNode[] =>
    (below.get(parentId) ?? []).map(({ areaId, name }) => {
      const children = nodesBelow(areaId);
      return { value: areaId, title: name, ...(children.length > 0 && { children }) };
    });
  return nodesBelow(undefined);
}
