import type { ObservationPoint, Standard } from '#domain/standards';
import { type Unit, units } from './cast.ts';
import type { Desk } from './desk.ts';
import { panelOf } from './draw.ts';
import { type Journey, of } from './journey.ts';

type Given = { readonly score?: string; readonly given?: object; readonly comment?: string };
export type Marks = Readonly<Record<string, Given>>;

export const leavesOf = ({ indicators }: Pick<Standard, 'indicators'>): ObservationPoint[] =>
  indicators.flatMap(({ children }) => children.flatMap((second) => second.children));

const text = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** A point with its full marks, reached as its rule has it. */
function full({ rule, fullMarks }: ObservationPoint): Given {
  if (rule.kind === 'deduction') return { given: { found: [] } };
  if (rule.kind === 'ratio') return { given: { part: 800, whole: 800 } };
  return { score: text(fullMarks) };
}

/** Marks that sum to so many hundredths: what is missing to 10,000 is taken off the points with a scale. */
export function marksFor(standard: Pick<Standard, 'indicators'>, total: number): Marks {
  let missing = 10_000 - total;
  const entries = leavesOf(standard).map((point): readonly [string, Given] => {
    const less = point.rule.kind === 'levels' ? Math.min(missing, point.fullMarks) : 0;
    missing -= less;
    return [
      point.pointId,
      less > 0 ? { score: text(point.fullMarks - less), comment: '略有不足，见总评。' } : full(point),
    ];
  });
  return Object.fromEntries(entries);
}

/** One sheet of a panel, with its reviewer. */
export type Seat = {
  readonly unit: Unit;
  readonly assignmentId: string;
  readonly status: string;
  readonly role?: string;
  readonly expert: string;
  readonly desk: Desk;
};

/** Everybody who sits on the panel of a unit, in an order that tells nothing. */
export async function seatsOf(journey: Journey, key: string): Promise<Seat[]> {
  const unit = units.find((each) => each.key === key) as Unit;
  const { panel, items } = await panelOf(journey, key);
  return items
    .filter(({ reviewerId, status }) => panel.members.includes(reviewerId) && status !== 'reassigned')
    .map(({ reviewerId, ...assignment }) => {
      const found = [...journey.experts].find(([, each]) => each.reviewerId === reviewerId);
      if (!found) throw new Error(`nobody knows ${reviewerId}`);
      return { unit, ...assignment, expert: found[0], desk: found[1].desk };
    });
}

/** How far the seats of a panel lie from the unit's target, in points: they cancel out, trimmed or not. */
const aside: Readonly<Record<number, readonly number[]>> = { 3: [-1, 0, 1], 5: [-2, -1, 0, 1, 2] };

/** The total that a seat is to give; on the panel of e2 the last one strays by 22 points. */
export function totalOf({ unit }: Seat, at: number, of: number): number {
  if (unit.key === 'e2') return at === of - 1 ? 7_000 : unit.target * 100;
  return (unit.target + (aside[of]?.[at] ?? 0)) * 100;
}

const overall = '创建工作有制度、有队伍、有成效，材料翔实，个别观测点尚需加强，详见各点评语。';

/** Saves marks on the sheet as it stands. */
export async function save({ desk, assignmentId }: Seat, marks: Marks, words = overall): Promise<void> {
  const path = `/assignments/${assignmentId}/sheet`;
  const { version } = await desk.get<{ version: number }>(path);
  await desk.put(path, version, { marks, overall: words });
}

/** Accepts unless it was accepted, marks and hands in. */
export async function score(journey: Journey, seat: Seat, total: number): Promise<void> {
  const { unit, desk, assignmentId, status } = seat;
  if (status === 'pending') await desk.post(`/assignments/${assignmentId}/accept`);
  await save(seat, marksFor(await standardOf(journey, unit), total));
  await desk.post(`/assignments/${assignmentId}/sheet/submit`);
}

const read = new Map<string, Promise<Standard>>();

export function standardOf({ office, standards }: Journey, { categoryId }: Unit): Promise<Standard> {
  const { standardId, standardVersion } = standards[categoryId];
  const path = `/standards/${standardId}/${standardVersion}`;
  const found = read.get(path) ?? office.get<Standard>(path);
  read.set(path, found);
  return found;
}

export const applicationPath = ({ applicationIds }: Journey, key: string): string =>
  `/applications/${of(applicationIds, key)}`;
