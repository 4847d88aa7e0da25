import type { Step } from './places.ts';
import type { PlanState } from './state.ts';

/** What was typed and not saved yet, on this computer, with the version of the plan that it began from. */
type Kept = {
  readonly version: number;
  readonly state: PlanState;
  /** The steps that the person has been through. */
  readonly seen?: readonly Step[];
};

const keyOf = (cycleId: string | undefined): string => `xuechuang.plan.${cycleId ?? 'new'}`;

export function keptPlan(cycleId: string | undefined): Kept | undefined {
  const text = localStorage.getItem(keyOf(cycleId));
  return text === null ? undefined : (JSON.parse(text) as Kept); // written by this file only
}

export const keepPlan = (cycleId: string | undefined, kept: Kept): void =>
  localStorage.setItem(keyOf(cycleId), JSON.stringify(kept));

export const forgetPlan = (cycleId: string | undefined): void => localStorage.removeItem(keyOf(cycleId));
