import { abandonCase } from './abandon-case.ts';
import { beginSelfAssessment } from './begin-self-assessment.ts';
import { closeApplications } from './close-applications.ts';
import { openApplications } from './open-applications.ts';
import { openGate } from './open-gate.ts';
import { planGate } from './plan-gate.ts';
import type { Task } from './task.ts';

/** Every task by the name of the state that calls it. */
export const tasks = {
  AbandonCase: abandonCase,
  BeginSelfAssessment: beginSelfAssessment,
  CloseApplications: closeApplications,
  OpenApplications: openApplications,
  OpenGate: openGate,
  PlanGate: planGate,
} as const satisfies Record<string, Task>;
