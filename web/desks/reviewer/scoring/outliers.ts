import type { ObservationPoint, Standard } from '#domain/standards';
import { leavesOf } from '#domain/standards';
import type { AnswerOf } from '#web/api/client.ts';
import type { Tally } from './sheet.ts';

export type OwnScale = AnswerOf<'get', '/cycles/{cycleId}/own-consistency'>['items'][number];

export type Outliers = {
  readonly atFull: readonly ObservationPoint[];
  readonly atZero: readonly ObservationPoint[];
  /** The total lies far from the reviewer's own other sheets of the category. */
  readonly unusual?: { readonly mean: string; readonly higher: boolean };
};

/** From so many own sheets on, their mean and spread say something. */
const ENOUGH = 3;
/** So many deviations from the own mean are worth a second look. */
const FAR = 2;

const hundredths = (points: string): number => Math.round(Number(points) * 100);

function unusualOf(total: number, own: OwnScale | undefined): Outliers['unusual'] {
  if (!own || own.submitted < ENOUGH || own.mean === undefined || own.deviation === undefined) return undefined;
  const apart = total - hundredths(own.mean);
  // A spread of nearly nothing would make every other total unusual.
  const spread = Math.max(hundredths(own.deviation), 100);
  return Math.abs(apart) > FAR * spread ? { mean: own.mean, higher: apart > 0 } : undefined;
}

/** What is worth a second look before a sheet is handed in; nothing of it keeps anybody from doing so. */
export function outliersOf(standard: Standard, { marks, total, open }: Tally, own: OwnScale | undefined): Outliers {
  const points = leavesOf(standard);
  const unusual = open.length === 0 ? unusualOf(total, own) : undefined;
  return {
    // A yes-or-no point has nothing but extremes.
    atFull: points.filter(({ pointId, fullMarks, rule }) => rule.kind !== 'yes-no' && marks.get(pointId) === fullMarks),
    atZero: points.filter(({ pointId, rule }) => rule.kind !== 'yes-no' && marks.get(pointId) === 0),
    ...(unusual && { unusual }),
  };
}
