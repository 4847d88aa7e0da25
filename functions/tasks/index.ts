import { openGate } from './open-gate.ts';
import { planGate } from './plan-gate.ts';
import type { Task } from './task.ts';

/** Every task by the name of the state that calls it. */
export const tasks = {
  OpenGate: openGate,
  PlanGate: planGate,
} as const satisfies Record<string, Task>;
