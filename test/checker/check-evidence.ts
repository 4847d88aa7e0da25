import { createHash } from 'node:crypto';
import { evidenceOf } from '#examples/xicheng-2011/index';
import { type Case, pointsOf } from './case.ts';
import { milestonesOf } from './courses.ts';
import { type Problem, problem } from './problem.ts';

const known = new Map<string, string>();

/** Made once: a picture takes a while. */
function hashOf(seed: string, unitKey: string, pointId: string): string {
  const name = `${seed}/${unitKey}/${pointId}`;
  const hash =
    known.get(name) ??
    createHash('sha256')
      .update(evidenceOf(seed, unitKey, pointId).bytes)
      .digest('hex');
  known.set(name, hash);
  return hash;
}

/** The self-assessment pins the plan's file for every point, byte for byte, and no other. */
export function checkEvidence(seed: string, { unit, application, standard }: Case): Problem[] {
  const { unitKey } = unit;
  if (!milestonesOf(unit).assessed) return [];
  const pinned = new Set(application.evidence);
  const points = pointsOf(standard).map(({ pointId }) => ({ pointId, hash: hashOf(seed, unitKey, pointId) }));
  const meant = new Set(points.map(({ hash }) => hash));
  return [
    ...points
      .filter(({ hash }) => !pinned.has(hash))
      .map(({ pointId }) => problem('evidence', unitKey, `the file for ${pointId} is not pinned`)),
    ...application.evidence
      .filter((hash) => !meant.has(hash))
      .map((hash) => problem('evidence', unitKey, `${hash.slice(0, 12)}… is no file of the plan`)),
  ];
}
