import * as z from 'zod';
import type { FieldProblem } from './errors.ts';

/** 市, 区, 街镇, 社区: from the top down. An office may begin its tree at any of them. */
const areaLevels = ['city', 'district', 'street', 'community'] as const;

export const Area = z.strictObject({
  areaId: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(50),
  level: z.enum(areaLevels),
  parentId: z.string().min(1).max(64).optional(),
});
export type Area = z.infer<typeof Area>;

/**
 * Whether an area is the other one or lies below it. False for an unknown area, and for one whose ancestors form a
 * circle without reaching the other: a path is never longer than the levels are many.
 */
export function isWithin(areaId: string, ancestorId: string, areas: readonly Area[]): boolean {
  let current = areas.find((area) => area.areaId === areaId);
  for (let step = 0; current && step < areaLevels.length; step++) {
    const { areaId: here, parentId } = current;
    if (here === ancestorId) return true;
    current = areas.find((area) => area.areaId === parentId);
  }
  return false;
}

/** The area and all that it lies in, from the bottom up; empty for an unknown area. */
export function pathOf(areaId: string, areas: readonly Area[]): string[] {
  const path: string[] = [];
  let current = areas.find((area) => area.areaId === areaId);
  while (current && path.length < areaLevels.length) {
    path.push(current.areaId);
    const { parentId } = current;
    current = areas.find((area) => area.areaId === parentId);
  }
  return path;
}

const localLevels: readonly Area['level'][] = ['street', 'community'];

/**
 * The streets and communities among the areas and all that they lie in. Districts and cities are left out: there
 * everybody is everybody's neighbour.
 */
export function localAreasOf(areaIds: readonly string[], areas: readonly Area[]): string[] {
  const isLocal = (areaId: string): boolean =>
    areas.some((area) => area.areaId === areaId && localLevels.includes(area.level));
  return [...new Set(areaIds.flatMap((areaId) => pathOf(areaId, areas)))].filter(isLocal);
}

/**
 * What is wrong with a tree of areas: ids twice, names twice under one parent, a parent that is missing or not
 * exactly one level above. That last rule leaves no room for circles.
 */
export function checkAreas(areas: readonly Area[]): FieldProblem[] {
  const byId = new Map(areas.map((area) => [area.areaId, area]));
  const top = Math.min(...areas.map(depthOf));
  const ids = new Set<string>();
  const names = new Set<string>();
  return areas.flatMap((area, i) => [
    ...once(ids, area.areaId, `areas.${i}.areaId`),
    ...once(names, JSON.stringify([area.parentId, area.name]), `areas.${i}.name`, area.name),
    ...checkParent(area, byId, top, `areas.${i}.parentId`),
  ]);
}

const depthOf = (area: Area): number => areaLevels.indexOf(area.level);

function checkParent(area: Area, byId: ReadonlyMap<string, Area>, top: number, path: string): FieldProblem[] {
  if (area.parentId === undefined) {
    return depthOf(area) === top
      ? []
      : [problem(path, 'ParentMissing', '请填写上级区域。', 'Name the area above this one.')];
  }
  const parent = byId.get(area.parentId);
  if (!parent) return [problem(path, 'ParentUnknown', '上级区域不存在。', 'There is no such area above.')];
  if (depthOf(parent) === depthOf(area) - 1) return [];
  return [problem(path, 'ParentLevel', '上级区域应恰好高一级。', 'The area above must be exactly one level higher.')];
}

/** A problem when the key was seen before; remembers it otherwise. */
function once(seen: Set<string>, key: string, path: string, shown = key): FieldProblem[] {
  if (seen.has(key)) return [problem(path, 'Duplicate', `「${shown}」重复。`, `"${shown}" occurs twice.`)];
  seen.add(key);
  return [];
}

const problem = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });
