import { blindNumber } from './blind-number.ts';
import { type Cycle, categoryOf } from './cycles.ts';
import type { EvidenceFile } from './evidence.ts';
import { normalizeName } from './names.ts';
import type { Assignment } from './reviews.ts';

/** What must not be read, and what stands in its place. */
export type Concealment = { readonly name: string; readonly as: string };

type Case = Pick<Assignment, 'cycleId' | 'applicationId' | 'categoryId'>;
type Rules = Pick<Cycle, 'categories'>;

/** The number of an application whose reviewers must not know the applicant; undefined where they may. */
export const blindNumberIn = (cycle: Rules, { cycleId, applicationId, categoryId }: Case): string | undefined =>
  categoryOf(cycle, categoryId)?.blind ? blindNumber(cycleId, applicationId) : undefined;

/** What the answer to a reviewer says of a blind review: what cannot be hidden is said. */
export const blindNote = {
  zh: '本类别实行盲评：申报单位以编号代替，文字中出现的单位名称已替换。附件内容（如 PDF 正文、印章、照片）无法隐去；如从中认出申报单位，且有应当回避的情形，请申请回避。',
  en: 'This category is reviewed blind: a number stands for the unit, also where its name occurs in the texts. What is inside of the attached files (text of a PDF, seals, pictures) cannot be hidden; if you recognize the unit from it and have a conflict of interest, recuse yourself.',
} as const;

type Folded = {
  readonly signs: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** A text as names are compared (width, brackets, dots, case), without spaces, each sign with its place in the text. */
function folded(text: string): Folded {
  const signs: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    for (const sign of normalizeName(character).toLowerCase()) {
      signs.push(sign);
      starts.push(at);
      ends.push(at + character.length);
    }
    at += character.length;
  }
  return { signs, starts, ends };
}

const SHORTEST = 2;

/**
 * The text with every occurrence of each name replaced, however it is typed (full-width, other brackets, spaces
 * between). Longer names go first. A name of a single sign is left, for it would be found everywhere.
 */
export function concealed(text: string, concealments: readonly Concealment[]): string {
  const names = concealments
    .map(({ name, as }) => ({ wanted: folded(name.normalize('NFC')).signs, as }))
    .filter(({ wanted }) => wanted.length >= SHORTEST)
    .toSorted((left, right) => right.wanted.length - left.wanted.length);
  const { signs, starts, ends } = folded(text);
  let out = '';
  let copied = 0;
  for (let at = 0; at < signs.length; at += 1) {
    const found = names.find(({ wanted }) => wanted.every((sign, offset) => signs[at + offset] === sign));
    if (!found) continue;
    const last = at + found.wanted.length - 1;
    out += text.slice(copied, starts[at]) + found.as;
    copied = ends[last] ?? text.length;
    at = last;
  }
  return out + text.slice(copied);
}

/** The same in every text of a document. */
export function concealedWithin<T>(document: T, concealments: readonly Concealment[]): T {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return concealed(value, concealments);
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]));
  };
  // Safe: only the texts are exchanged, the shape stays.
  return walk(document) as T;
}

/** 有限公司 and the like say nothing of who it is: a name is known without them. */
const legalForm = /(?:股份有限公司|有限责任公司|有限公司|集团公司|集团)$/;
const SHORTEST_CORE = 4;

/** The unit's name and, where enough is left to be one, the name without its legal form. */
export function unitConcealments(name: string, number: string): Concealment[] {
  const core = name.replace(legalForm, '');
  const isName = core !== name && [...core].length >= SHORTEST_CORE;
  return [{ name, as: number }, ...(isName ? [{ name: core, as: number }] : [])];
}

/** An assignment as its reviewer may know it: not whom they follow nor why they were asked, and blind where asked for. */
export function ownAssignment<A extends Assignment>(assignment: A, cycle: Rules): Omit<A, 'replaces' | 'role'> {
  const { replaces: _replaces, role: _role, ...own } = assignment;
  const number = blindNumberIn(cycle, assignment);
  if (number === undefined) return own;
  const hidden = unitConcealments(assignment.organizationName, number);
  return {
    ...own,
    organizationName: number,
    ...(assignment.reason !== undefined && { reason: concealed(assignment.reason, hidden) }),
  };
}

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

/** The files of an application under names that tell nothing, numbered by their order: 佐证材料-1.pdf. */
export const blindFileNames = (
  files: readonly Pick<EvidenceFile, 'fileId' | 'contentType'>[],
): ReadonlyMap<string, string> =>
  new Map(files.map(({ fileId, contentType }, at) => [fileId, `佐证材料-${at + 1}.${endings[contentType]}`]));
