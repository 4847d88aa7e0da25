import * as z from 'zod';
import { refuse } from '#domain/fields';
import { notYesOrNo } from '#domain/leaf-marks';
import { markText } from '#domain/marks';
import { leavesOf, type ObservationPoint, type Standard } from '#domain/standards';
import { LimitedText } from '#domain/texts';

const orNothing = (typed: unknown): unknown => (typed === '' || typed === null ? undefined : typed);

/** A self-score as it is typed; nothing typed is a blank, not a 0. */
const selfScore = (point: ObservationPoint) => {
  const mark = markText({ min: 0, max: point.fullMarks }).transform((score, context) => {
    const between = notYesOrNo(point, score);
    return between ? refuse(context, between) : score;
  });
  return z.preprocess(orNothing, mark.optional()).optional();
};

/** The points of one standard, and no other: `points.1.1.1.score` is at most what that point gives. */
export const pointsOf = (standard: Standard) =>
  z.strictObject(
    Object.fromEntries(
      leavesOf(standard).map((point) => [
        point.pointId,
        z.strictObject({ score: selfScore(point), justification: LimitedText(1000).default('') }).optional(),
      ]),
    ),
  );
