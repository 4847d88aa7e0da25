import * as z from 'zod';
import type { FieldProblem } from './errors.ts';
import { CreditCode } from './identity.ts';

/**
 * A unit in the register (单位名册) that the office keeps per category, area and year. The register gives the
 * denominators: an applicant list knows only those who applied. `creating`: 创建单位, taking part; it is that before
 * it passes (达标) or is named (命名), so a named unit counts as creating too.
 */
export const RegisterUnit = z.strictObject({
  year: z.int().min(2000).max(2100),
  categoryId: z.string().min(1).max(64),
  areaId: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(100),
  creditCode: CreditCode.optional(),
  status: z.enum(['registered', 'creating']),
});
export type RegisterUnit = z.infer<typeof RegisterUnit>;

/** The register in force of one year and category: the batches in which its units were imported. */
export type Register = {
  readonly year: number;
  readonly categoryId: string;
  readonly batches: readonly string[];
  readonly units: number;
  readonly importedAt: string;
};

/** A rate as the two counts it is made of, never rounded and never reduced: 180 of 194. */
export type Rate = { readonly part: number; readonly whole: number };

/** 创建率: units that take part, of all units registered. Undefined where none is registered. */
export function creationRate(units: readonly RegisterUnit[]): Rate | undefined {
  return rate(units.filter((unit) => unit.status === 'creating').length, units.length);
}

/**
 * 命名率: units named, of those that take part; another denominator than the creation rate's (domain.md §1: creation
 * rate above 90 %, yet 40 of 194 named, which is `namedShare`). Undefined where none takes part.
 */
export function namingRate(units: readonly RegisterUnit[], namedCount: number): Rate | undefined {
  return rate(namedCount, units.filter((unit) => unit.status === 'creating').length);
}

/** 命名覆盖面: units named, of all units registered. Undefined where none is registered. */
export function namedShare(units: readonly RegisterUnit[], namedCount: number): Rate | undefined {
  return rate(namedCount, units.length);
}

const rate = (part: number, whole: number): Rate | undefined => (whole === 0 ? undefined : { part, whole });

/**
 * Units that are registered twice in a year and would be counted twice: by credit code, else by area and name; among
 * those given (`units.<row>`, counted from 0), or with one that is there before.
 */
export function checkRegister(units: readonly RegisterUnit[], before: readonly RegisterUnit[] = []): FieldProblem[] {
  const seen = new Set(before.map(identityOf));
  return units.flatMap((unit, i) => {
    const identity = identityOf(unit);
    if (seen.has(identity)) return [registeredTwice(`units.${i}`, unit)];
    seen.add(identity);
    return [];
  });
}

const identityOf = ({ year, categoryId, creditCode, areaId, name }: RegisterUnit): string =>
  JSON.stringify([year, categoryId, creditCode ?? [areaId, name]]);

/** The most rows that are taken in at once; a longer register comes in parts. */
export const mostRows = 5000;

/** What is wrong with rows that shall enter a register beside those it holds: an unknown area, a unit there twice. */
export function checkRows(
  given: readonly RegisterUnit[],
  { before, areaIds }: { readonly before: readonly RegisterUnit[]; readonly areaIds: ReadonlySet<string> },
): FieldProblem[] {
  const strangers = given.flatMap(({ areaId }, row) => (areaIds.has(areaId) ? [] : [unknownArea(row)]));
  return [...strangers, ...checkRegister(given, before)];
}

const unknownArea = (row: number): FieldProblem => ({
  path: `units.${row}.areaId`,
  code: 'UnknownArea',
  zh: '没有这个区域。',
  en: 'There is no such area.',
});

const registeredTwice = (path: string, { year, name }: RegisterUnit): FieldProblem => ({
  path,
  code: 'Duplicate',
  zh: `「${name}」在 ${year} 年名册中重复登记。`,
  en: `"${name}" is in the register of ${year} twice.`,
});
