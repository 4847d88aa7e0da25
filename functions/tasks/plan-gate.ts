import { PlanInput, planGate as plan } from '#services/gates/plan';
import type { Task } from './task.ts';

export const planGate: Task = (ctx, input) => plan(ctx, PlanInput.parse(input));
