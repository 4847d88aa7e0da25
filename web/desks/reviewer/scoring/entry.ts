import { AwardError } from '#domain/errors';
import { type MarkBasis, readLeafMark } from '#domain/leaf-marks';
import { formatMark, type Hundredths } from '#domain/marks';
import type { MarkingRule, ObservationPoint } from '#domain/standards';
import { type Said, say } from '#web/messages/say.ts';

/** What the reviewer has put down for a point, whether or not it makes a mark yet. */
export type Entry = {
  /** The mark as it was typed; absent where the rule computes it, or where nothing was typed. */
  readonly score?: string;
  readonly given?: MarkBasis;
  readonly comment: string;
};

export const blankEntry: Entry = { comment: '' };

/** The mark that an entry makes, or what keeps it from being one; neither where the point is still blank. */
type Reading = { readonly mark?: Hundredths; readonly problem?: Said };

/** Chinese input methods type full-width digits and 。 for a point: what is meant is clear. */
export const plainMark = (typed: string): string => typed.normalize('NFKC').replace('。', '.').trim();

/** By the leaf's own rule, which the server applies once more. */
export function readEntry(point: ObservationPoint, { score = '', given }: Entry): Reading {
  const text = plainMark(score);
  try {
    const { score: mark } = readLeafMark(point, { ...(text !== '' && { score: text }), ...(given && { given }) }, '');
    return mark === undefined ? {} : { mark };
  } catch (error) {
    if (!(error instanceof AwardError)) throw error;
    const [first] = error.fields;
    return first ? { problem: say(first.zh, first.en) } : {};
  }
}

type Levels = Extract<MarkingRule, { kind: 'levels' }>['levels'];

/** The level in whose band a mark lies: the last whose most is not exceeded. */
const levelOf = (levels: Levels, mark: Hundredths): number => {
  const above = levels.findIndex(({ marks }) => marks < mark);
  return above < 0 ? levels.length - 1 : above - 1;
};

/** Keeps the comment; a mark of its own replaces what it was reached from. */
const marked = ({ comment }: Entry, by: Omit<Entry, 'comment'>): Entry => ({ ...by, comment });

/** A mark typed as it is. Of a point with levels it tells the level too. */
export function withScore(point: ObservationPoint, entry: Entry, typed: string): Entry {
  if (plainMark(typed) === '') return marked(entry, typed === '' ? {} : { score: typed });
  const { mark } = readEntry(point, { score: typed, comment: '' });
  if (point.rule.kind !== 'levels' || mark === undefined) return marked(entry, { score: typed });
  const level = levelOf(point.rule.levels, mark);
  return marked(entry, { score: typed, ...(level >= 0 && { given: { level } }) });
}

/** A level chosen: its most, which can be lowered within the band. The same level again leaves the mark as it is. */
export function withLevel(point: ObservationPoint, entry: Entry, at: number): Entry {
  const level = point.rule.kind === 'levels' ? point.rule.levels[at] : undefined;
  if (!level || entry.given?.level === at) return entry;
  return marked(entry, { score: formatMark(level.marks), given: { level: at } });
}

/** One more, or one less, of what is deducted. An empty list says: nothing was found. */
export function withFound(point: ObservationPoint, entry: Entry, item: number, by: 1 | -1): Entry {
  if (point.rule.kind !== 'deduction' || !point.rule.items[item]) return entry;
  const before = entry.given?.found ?? [];
  const count = Math.max(0, (before.find((each) => each.item === item)?.count ?? 0) + by);
  const others = before.filter((each) => each.item !== item);
  const found = count === 0 ? others : [...others, { item, count }].sort((a, b) => a.item - b.item);
  return marked(entry, { given: { found } });
}

export const withNothingFound = (entry: Entry): Entry => marked(entry, { given: { found: [] } });

/** The digits of a counted number, as far as they are some. */
const counted = (typed: string): number | undefined => {
  const digits = plainMark(typed).replace(/\D/g, '').slice(0, 9);
  return digits === '' ? undefined : Number(digits);
};

export function withCount(entry: Entry, which: 'part' | 'whole', typed: string): Entry {
  const { [which]: _, ...rest } = entry.given ?? {};
  const { found: __, level: ___, ...counts } = rest;
  const count = counted(typed);
  const given = { ...counts, ...(count !== undefined && { [which]: count }) };
  return marked(entry, Object.keys(given).length > 0 ? { given } : {});
}

export const withYes = (point: ObservationPoint, entry: Entry, yes: boolean): Entry =>
  marked(entry, { score: formatMark(yes ? point.fullMarks : 0) });

/** Half a point more or less, within what the point may have. */
export function nudged(point: ObservationPoint, entry: Entry, by: 1 | -1): Entry {
  if (point.rule.kind === 'yes-no') return withYes(point, entry, by > 0);
  const { mark } = readEntry(point, entry);
  const from = mark ?? (by > 0 ? 0 : point.fullMarks);
  const to = Math.min(point.fullMarks, Math.max(0, from + by * 50));
  return withScore(point, entry, formatMark(mark === undefined ? from : to));
}

/** What a digit means at a point: the level, the item found (once more, or once less), yes or no. */
export function withDigit(point: ObservationPoint, entry: Entry, digit: number, less: boolean): Entry | undefined {
  switch (point.rule.kind) {
    case 'levels':
      return point.rule.levels[digit - 1] ? withLevel(point, entry, digit - 1) : undefined;
    case 'deduction':
      if (digit === 0) return withNothingFound(entry);
      return point.rule.items[digit - 1] ? withFound(point, entry, digit - 1, less ? -1 : 1) : undefined;
    case 'yes-no':
      return digit <= 1 ? withYes(point, entry, digit === 1) : undefined;
    case 'ratio':
      return undefined;
  }
}
