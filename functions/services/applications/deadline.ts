import type { Application, ApplicationStatus } from '#domain/applications';
import type { Cycle } from '#domain/cycles';
import { type ExtendableStage, type Extension, effectiveDeadline } from '#domain/extensions';
import type { Instant } from '#domain/instants';

/** By which window of the cycle each state ends; a correction has its own deadline. */
const stageOf: Partial<Record<ApplicationStatus, Exclude<ExtendableStage, 'correction'>>> = {
  draft: 'closesAt',
  submitted: 'recommendBy',
  recommended: 'checkBy',
  accepted: 'assessBy',
  'self-assessing': 'assessBy',
};

export const isCorrected = (status: ApplicationStatus): boolean => status === 'returned' || status === 'supplementing';

/** By when a case's next step is due, with every extension that covers it; undefined where none is owed by one day. */
export function deadlineOf(
  application: Application,
  { windows }: Pick<Cycle, 'windows'>,
  granted: readonly Extension[],
): Instant | undefined {
  const { status, returned } = application;
  if (isCorrected(status)) return returned && effectiveDeadline(returned.deadline, 'correction', granted, application);
  const stage = stageOf[status];
  return stage && effectiveDeadline(windows[stage], stage, granted, application);
}
