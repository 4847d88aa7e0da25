import { leavesOf, type ObservationPoint, type Standard } from '#domain/standards';
import type { AnswerOf, InputOf } from '#web/api/client.ts';
import type { Fields, Value } from '#web/drafts/fields.ts';
import { blankEntry, type Entry, plainMark, readEntry } from './entry.ts';

export type SheetAnswer = AnswerOf<'get', '/assignments/{assignmentId}/sheet'>;
type SheetInput = InputOf<'put', '/assignments/{assignmentId}/sheet'>;

/** What is written on a sheet: an entry by point, and the overall comment. */
type Writing = { readonly entries: Readonly<Record<string, Entry>>; readonly overall: string };

const MARKS = 'marks.';
const COMMENTS = 'comments.';
const OVERALL = 'overall';

const isComputed = (kind: ObservationPoint['rule']['kind']): boolean => kind === 'deduction' || kind === 'ratio';

/** A kept mark as it is written on: one that its rule computed is computed anew when it changes. */
function markField({ rule }: ObservationPoint, { score, given }: SheetAnswer['marks'][string]): Value {
  const typed = given && isComputed(rule.kind) ? undefined : score;
  if (typed === undefined && given === undefined) return null;
  return { ...(typed !== undefined && { score: typed }), ...(given && { given: { ...given } }) };
}

/** A sheet as fields that are kept each on its own: a mark with what it was reached from, a comment, the overall one. */
export function fieldsOf(standard: Standard, { marks, overall }: Pick<SheetAnswer, 'marks' | 'overall'>): Fields {
  const fields = leavesOf(standard).flatMap((point): [string, Value][] => {
    const mark = marks[point.pointId];
    if (!mark) return [];
    return [
      [`${MARKS}${point.pointId}`, markField(point, mark)],
      [`${COMMENTS}${point.pointId}`, mark.comment],
    ];
  });
  return { ...Object.fromEntries(fields), [OVERALL]: overall };
}

/** The change of one entry. */
export const entryFields = (pointId: string, { comment, ...mark }: Entry): Fields => ({
  // Safe: a basis is plain JSON.
  [`${MARKS}${pointId}`]: mark.score === undefined && mark.given === undefined ? null : (mark as Value),
  [`${COMMENTS}${pointId}`]: comment,
});

export const overallField = (text: string): Fields => ({ [OVERALL]: text });

function entryIn(fields: Fields, pointId: string): Entry {
  // Safe: only this file writes these fields.
  const mark = (fields[`${MARKS}${pointId}`] ?? {}) as Omit<Entry, 'comment'>;
  return { ...mark, comment: String(fields[`${COMMENTS}${pointId}`] ?? '') };
}

export function writingOf(standard: Standard, fields: Fields): Writing {
  const entries = leavesOf(standard).map(({ pointId }) => [pointId, entryIn(fields, pointId)] as const);
  return { entries: Object.fromEntries(entries), overall: String(fields[OVERALL] ?? '') };
}

const isBlank = ({ score, given, comment }: Entry): boolean =>
  score === undefined && given === undefined && comment === '';

/** What is sent. A mark that is none is refused at its field and held here; the others are saved without it. */
export function inputOf(standard: Standard, fields: Fields): Pick<SheetInput, 'marks' | 'overall'> {
  const { entries, overall } = writingOf(standard, fields);
  const marks = Object.entries(entries)
    .filter(([, entry]) => !isBlank(entry))
    .map(([pointId, { score, ...rest }]) => [
      pointId,
      { ...rest, ...(score !== undefined && { score: plainMark(score) }) },
    ]);
  return { marks: Object.fromEntries(marks), overall };
}

/** What a field is called that stands in two versions. */
export function placeOf(
  standard: Standard,
  field: string,
): { readonly point?: ObservationPoint; readonly isComment: boolean } {
  const isComment = field.startsWith(COMMENTS);
  const pointId = field.slice((isComment ? COMMENTS : MARKS).length);
  const point = field === OVERALL ? undefined : leavesOf(standard).find((each) => each.pointId === pointId);
  return { ...(point && { point }), isComment };
}

/** A mark of a field in figures: what was typed, or what it is reached from. */
export function shownMark(value: Value): string {
  // Safe: only this file writes these fields.
  const { score, given } = (value ?? {}) as Omit<Entry, 'comment'>;
  const { found, part, whole } = given ?? {};
  if (score !== undefined) return score;
  if (found) return found.map(({ item, count }) => `${item + 1} × ${count}`).join(', ') || '0';
  return part === undefined && whole === undefined ? '' : `${part ?? ''} / ${whole ?? ''}`;
}

export type PointState = 'done' | 'blank' | 'wrong';

export type Tally = {
  /** In hundredths, of what is marked so far. */
  readonly total: number;
  readonly full: number;
  readonly states: ReadonlyMap<string, PointState>;
  readonly marks: ReadonlyMap<string, number>;
  /** Points without a mark, in the order of the standard. */
  readonly open: readonly ObservationPoint[];
  /** By first-level indicator. */
  readonly parts: readonly { readonly indicatorId: string; readonly total: number }[];
};

const stateOf = (point: ObservationPoint, entry: Entry): PointState => {
  const { mark, problem } = readEntry(point, entry);
  if (mark !== undefined) return 'done';
  return problem ? 'wrong' : 'blank';
};

/** The running total, and what is not marked yet. A blank is not a 0. */
export function tallyOf(standard: Standard, { entries }: Writing): Tally {
  const points = leavesOf(standard);
  const entry = ({ pointId }: ObservationPoint): Entry => entries[pointId] ?? blankEntry;
  const states = new Map(points.map((point) => [point.pointId, stateOf(point, entry(point))]));
  const marks = new Map(
    points.flatMap((point) => {
      const { mark } = readEntry(point, entry(point));
      return mark === undefined ? [] : [[point.pointId, mark] as const];
    }),
  );
  const sum = (some: readonly ObservationPoint[]): number =>
    some.reduce((all, { pointId }) => all + (marks.get(pointId) ?? 0), 0);
  return {
    total: sum(points),
    full: standard.fullMarks,
    states,
    marks,
    open: points.filter(({ pointId }) => states.get(pointId) !== 'done'),
    parts: standard.indicators.map(({ indicatorId, children }) => ({
      indicatorId,
      total: sum(children.flatMap((second) => second.children)),
    })),
  };
}
