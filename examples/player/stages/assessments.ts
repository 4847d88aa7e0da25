import { evidenceOf, justificationOf, selfMarkOf, type UnitPlan } from '#examples/xicheng-2011/index';
import type { Client, Versioned } from '../client.ts';
import { addDays, dayOf } from '../days.ts';
import { type Act, byDay, type Game, officer } from '../game.ts';
import { inParallel } from '../parallel.ts';
import type { ApplicationShape, FileShape, PointShape } from '../shapes.ts';
import { isSame, sha256Of, upload } from '../upload.ts';
import type { Desk } from './cycle.ts';
import type { ApplicationIds } from './intake.ts';
import type { Points } from './reference.ts';

/** How the evidence fared: files read back, and those that were not what had been sent. */
export type EvidenceTally = {
  files: number;
  bytes: number;
  readonly differing: string[];
  readonly hashes: Set<string>;
};

type Assessing = {
  readonly game: Game;
  readonly desk: Desk;
  readonly applicationIds: ApplicationIds;
  readonly points: Points;
  readonly evidence: EvidenceTally;
};

/** Uploads of one unit that are under way at a time. */
const HANDS = 3;

type Case = { readonly client: Client; readonly applicationId: string; readonly unit: UnitPlan };

/** A file for every observation point: sent unless it lies there confirmed, and read back in any case. */
async function showEvidence(
  { game, points, evidence }: Assessing,
  { client, applicationId, unit }: Case,
): Promise<void> {
  const { items } = await client.get<{ items: FileShape[] }>(`/applications/${applicationId}/evidence`);
  await inParallel(points.get(unit.categoryId) ?? [], HANDS, async ({ pointId }) => {
    const file = evidenceOf(game.plan.seed, unit.unitKey, pointId);
    const sha256 = sha256Of(file.bytes);
    const there = items.find(
      (each) => each.status === 'confirmed' && each.pointId === pointId && each.sha256 === sha256,
    );
    const about = { purpose: 'evidence', subjectId: applicationId, pointId };
    const fileId = there?.fileId ?? (await upload(client, { about, step: `evidence/${pointId}` }, file));
    evidence.files += 1;
    evidence.bytes += file.bytes.length;
    evidence.hashes.add(sha256);
    if (!(await isSame(client, fileId, file))) evidence.differing.push(file.fileName);
  });
}

const selfAssessment = (seed: string, { unitKey, report }: UnitPlan, points: readonly PointShape[]) => ({
  points: Object.fromEntries(
    points.map(({ pointId, name, fullMarks }) => [
      pointId,
      {
        score: selfMarkOf(seed, unitKey, pointId, fullMarks),
        justification: justificationOf(seed, unitKey, pointId, name),
      },
    ]),
  ),
  report,
});

/** The self-assessment, saved and submitted, unless this submission was made in an earlier run. */
async function assess(all: Assessing, unit: UnitPlan, number: number): Promise<void> {
  const { game, points, applicationIds } = all;
  const client = game.people.as(unit.contact);
  const applicationId = applicationIds.get(unit.unitKey) ?? '';
  const path = `/applications/${applicationId}`;
  if (number === 1) await showEvidence(all, { client, applicationId, unit });
  const { application } = await client.get<{ application: ApplicationShape }>(path);
  if (application.assessments >= number) return;
  const { version } = await client.get<Versioned<object>>(`${path}/assessment`);
  const document = selfAssessment(game.plan.seed, unit, points.get(unit.categoryId) ?? []);
  await client.put(`${path}/assessment`, version, document);
  await client.post(`${path}/assessment/submit`, `assess/${number}`);
}

const assesses = ({ course }: UnitPlan): boolean =>
  !['not-recommended', 'rejected', 'assessment-missed'].includes(course.kind) &&
  !(course.kind === 'withdrawn' && ['submitted', 'accepted'].includes(course.when));

/** The supplement of a returned self-assessment: asked for the Monday after the deadline, sent two days later. */
function supplementOf(all: Assessing, unit: UnitPlan): Act[] {
  const { game, applicationIds } = all;
  const { course, unitKey } = unit;
  if (course.kind !== 'assessment-returned') return [];
  const asked = addDays(dayOf(game.plan.cycle.windows.assessBy), 2);
  const path = () => `/applications/${applicationIds.get(unitKey)}/assessment/return`;
  const sendBack = async (): Promise<void> => {
    await officer(game, 'check').post(path(), `assessment-return/${unitKey}`, { reason: course.reason });
  };
  return [
    { on: asked, run: sendBack },
    { on: addDays(asked, 2), run: () => assess(all, unit, 2) },
  ];
}

/** Units assess themselves with evidence for each point; who misses the date drops out; some are asked for more. */
export async function assessments(
  game: Game,
  desk: Desk,
  applicationIds: ApplicationIds,
  points: Points,
): Promise<EvidenceTally> {
  const evidence: EvidenceTally = { files: 0, bytes: 0, differing: [], hashes: new Set() };
  const all: Assessing = { game, desk, applicationIds, points, evidence };
  const { units, cycle } = game.plan;
  const acts = units
    .filter(assesses)
    .map((unit) => ({ on: dayOf(unit.times.assessedAt), run: () => assess(all, unit, 1) }));
  await byDay(game, '自评与佐证 self-assessments', acts);
  await game.clock.reach(dayOf(cycle.windows.assessBy));
  await desk.cleared('self-assessing');
  await byDay(
    game,
    '补正 supplements',
    units.flatMap((unit) => supplementOf(all, unit)),
  );
  return evidence;
}
