import { type Application, type ApplicationStatus, isUnderWay } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { isTimeFor } from '#domain/stages';

/** The stages of a case as its applicant sees them. */
export const caseStages = [
  'application',
  'recommendation',
  'check',
  'assessment',
  'review',
  'publicity',
  'naming',
] as const;
export type CaseStage = (typeof caseStages)[number];

export type Progress = {
  /** Where it stands; all stages before are done. */
  readonly at: number;
  readonly state: 'going' | 'stopped' | 'done';
};

/** Where the applicant acts now. */
export type Desk = 'form' | 'assessment';

/** As much of an application as one may know of it. */
type Known = {
  readonly [Field in 'status' | 'returned' | 'rounds' | 'submissions']?: Application[Field] | undefined;
};

const stageOf: Partial<Record<ApplicationStatus, CaseStage>> = {
  draft: 'application',
  submitted: 'recommendation',
  declined: 'recommendation',
  recommended: 'check',
  rejected: 'check',
  accepted: 'assessment',
  'self-assessing': 'assessment',
  supplementing: 'assessment',
  'self-assessed': 'review',
  'under-review': 'review',
  scored: 'review',
  'not-selected': 'review',
  shortlisted: 'publicity',
  'in-publicity': 'publicity',
  removed: 'publicity',
  cleared: 'naming',
  named: 'naming',
};

const stopped: readonly ApplicationStatus[] = [
  'declined',
  'rejected',
  'not-selected',
  'removed',
  'withdrawn',
  'expired',
];

/** How far a case came that ended, by the gates that it passed. */
function reached({ rounds = {}, submissions = 0 }: Known): CaseStage {
  if (rounds.review) return 'review';
  if (rounds['self-assessment']) return 'assessment';
  if (rounds['formal-check']) return 'check';
  return submissions > 0 ? 'recommendation' : 'application';
}

/** How far a case is. */
export function progressOf(application: Known): Progress {
  const { status = 'draft', returned } = application;
  const returnedTo = returned?.by === 'office' ? 'check' : 'recommendation';
  const stage = stageOf[status] ?? (status === 'returned' ? returnedTo : reached(application));
  const at = caseStages.indexOf(stage);
  if (status === 'named') return { at: caseStages.length, state: 'done' };
  return { at, state: stopped.includes(status) ? 'stopped' : 'going' };
}

/** The page on which the applicant has something to do, if it is their turn. */
export function deskOf(status: ApplicationStatus | undefined): Desk | undefined {
  if (status === 'draft' || status === 'returned') return 'form';
  return status === 'self-assessing' || status === 'supplementing' ? 'assessment' : undefined;
}

/** Whether experts may still be named who should keep away: before the review, while the case is on its way to it. */
export const isBeforeReview = (status: ApplicationStatus | undefined, cycle: Pick<Cycle, 'status'>): boolean =>
  isTimeFor('fileAvoidance', cycle) && isUnderWay({ status });
