import { creditCodeOf } from './credit-code.ts';
import { person } from './names.ts';
import type { CategoryId, RegisterRow, Unit } from './types.ts';
import { type NamedUnit, namesOf } from './unit-names.ts';

type Kind = {
  readonly categoryId: CategoryId;
  readonly code: string;
  /** How many applied: those whom Xicheng had named up to 2011 (domain.md §1). */
  readonly applicants: number;
  /** Registered but not taking part, beyond the applicants. */
  readonly idle: number;
  /** The first two characters of the credit code; 党组织 have none. */
  readonly codeKind?: string;
  readonly recommenders: readonly [string, ...string[]];
};

export const kinds: readonly Kind[] = [
  { categoryId: 'party', code: 'DZ', applicants: 10, idle: 1, recommenders: ['组织部'] },
  { categoryId: 'agency', code: 'JG', applicants: 19, idle: 3, codeKind: '11', recommenders: ['机关党工委'] },
  { categoryId: 'school', code: 'XX', applicants: 40, idle: 14, codeKind: '12', recommenders: ['教委'] },
  { categoryId: 'enterprise', code: 'QY', applicants: 8, idle: 2, codeKind: '91', recommenders: ['经信局', '总工会'] },
  { categoryId: 'society', code: 'ST', applicants: 39, idle: 4, codeKind: '51', recommenders: ['民政局'] },
  { categoryId: 'institution', code: 'SY', applicants: 7, idle: 1, codeKind: '12', recommenders: ['总工会'] },
  { categoryId: 'community', code: 'SQ', applicants: 127, idle: 30, codeKind: '55', recommenders: ['文明办'] },
];

export const year = 2026;

/** Serial of a credit code: no two kinds with the same leading digits may share a range. */
const serialOf = (kind: Kind, index: number): number => (kinds.indexOf(kind) + 1) * 1_000 + index + 1;

const codeOf = (kind: Kind, index: number): { creditCode?: string } =>
  kind.codeKind === undefined ? {} : { creditCode: creditCodeOf(kind.codeKind, serialOf(kind, index)) };

/** The applicants, spread evenly over all units of their kind, so that every street has some. */
function applicantIndexes(kind: Kind): number[] {
  const all = namesOf[kind.categoryId].length;
  return Array.from({ length: kind.applicants }, (_, k) => Math.floor((k * all) / kind.applicants));
}

const unitKeyOf = (kind: Kind, ordinal: number): string => `${kind.code}-${String(ordinal + 1).padStart(3, '0')}`;

function unitsOfKind(kind: Kind, kindIndex: number): Unit[] {
  const before = kinds.slice(0, kindIndex).reduce((sum, each) => sum + each.applicants, 0);
  return applicantIndexes(kind).map((index, ordinal) => {
    const { name, areaId } = namesOf[kind.categoryId][index] as NamedUnit; // an index into this very list
    return {
      unitKey: unitKeyOf(kind, ordinal),
      categoryId: kind.categoryId,
      name,
      areaId,
      ...codeOf(kind, index),
      recommender: kind.recommenders[ordinal % kind.recommenders.length] ?? kind.recommenders[0],
      contact: person(unitKeyOf(kind, ordinal), before + ordinal),
    };
  });
}

/** The 250 units that apply, in the order of their categories. */
export const units: readonly Unit[] = kinds.flatMap(unitsOfKind);

function registerOfKind(kind: Kind): RegisterRow[] {
  const applicants = new Set(applicantIndexes(kind));
  const others = namesOf[kind.categoryId].flatMap((_, index) => (applicants.has(index) ? [] : [index]));
  const idle = new Set(others.slice(-kind.idle));
  return namesOf[kind.categoryId].map(({ name, areaId }, index) => ({
    year,
    categoryId: kind.categoryId,
    areaId,
    name,
    ...codeOf(kind, index),
    status: idle.has(index) ? 'registered' : 'creating',
  }));
}

/** All units of the district: the denominators. */
export const register: readonly RegisterRow[] = kinds.flatMap(registerOfKind);
