import { abandonCase } from './abandon-case.ts';
import { assignPanel } from './assign-panel.ts';
import { beginReReview } from './begin-re-review.ts';
import { beginSelfAssessment } from './begin-self-assessment.ts';
import { clearEntry } from './clear-entry.ts';
import { closeApplications } from './close-applications.ts';
import { computeResults } from './compute-results.ts';
import { concludeCycle } from './conclude-cycle.ts';
import { concludePublicity } from './conclude-publicity.ts';
import { expirePublicity } from './expire-publicity.ts';
import { matchReviewers } from './match-reviewers.ts';
import { nameAward } from './name-award.ts';
import { openApplications } from './open-applications.ts';
import { openGate } from './open-gate.ts';
import { openPublicity } from './open-publicity.ts';
import { planGate } from './plan-gate.ts';
import { publicizeEntry } from './publicize-entry.ts';
import { runJob } from './run-job.ts';
import { shortlistApplication } from './shortlist-application.ts';
import { stageNaming } from './stage-naming.ts';
import { stageShortlist } from './stage-shortlist.ts';
import type { Task } from './task.ts';

/** Every task by the name of the state that calls it. */
export const tasks = {
  AbandonCase: abandonCase,
  AssignPanel: assignPanel,
  BeginReReview: beginReReview,
  BeginSelfAssessment: beginSelfAssessment,
  ClearEntry: clearEntry,
  CloseApplications: closeApplications,
  ComputeResults: computeResults,
  ConcludeCycle: concludeCycle,
  ConcludePublicity: concludePublicity,
  ExpirePublicity: expirePublicity,
  MatchReviewers: matchReviewers,
  NameAward: nameAward,
  OpenApplications: openApplications,
  OpenGate: openGate,
  OpenPublicity: openPublicity,
  PlanGate: planGate,
  PublicizeEntry: publicizeEntry,
  RunJob: runJob,
  ShortlistApplication: shortlistApplication,
  StageNaming: stageNaming,
  StageShortlist: stageShortlist,
} as const satisfies Record<string, Task>;
