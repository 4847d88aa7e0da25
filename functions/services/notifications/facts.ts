import { blindNumberIn } from '#domain/blinding';
import type { Instant } from '#domain/instants';
import type { Audience, Due, Facts, Notice } from '#domain/notifications';
import type { Context } from '../context.ts';
import { deadlineFor } from '../reference.ts';
import type { Case } from './case.ts';

const stageDeadline = async (
  ctx: Context,
  { cycle, application }: Case,
  stage: 'recommendBy' | 'checkBy' | 'assessBy' | 'reviewBy',
): Promise<Instant | undefined> => (cycle && application ? deadlineFor(ctx, cycle, stage, application) : undefined);

async function deadlineOf(ctx: Context, about: Case, due: Due): Promise<Instant | undefined> {
  switch (due) {
    case 'act': {
      const { deadline = about.event.details['until'] } = about.event.details;
      return typeof deadline === 'string' ? deadline : undefined;
    }
    case 'recommendBy':
    case 'checkBy':
    case 'assessBy':
    case 'reviewBy':
      return stageDeadline(ctx, about, due);
    case 'round':
      return about.cycle?.windows.reviewBy;
    case 'assignment':
      return about.assignment?.dueAt;
    case 'successor':
      return about.successor?.dueAt;
    case 'admission':
      return about.objection?.admitBy;
    case 'window':
      return about.publicity?.endsAt;
    case 'rectification':
      return about.award?.rectifyBy;
  }
}

/** Those who read a message as reviewers of the case. */
const reviewing: readonly Audience[] = [
  'reviewer',
  'successor',
  'joining',
  'leaving',
  'owing-reviewers',
  'overdue-reviewers',
];

/** The number under which the reviewers of a blind category know the unit. */
const numberFor = ({ cycle, application }: Case, to: Audience): string | undefined =>
  cycle && application && reviewing.includes(to) ? blindNumberIn(cycle, application) : undefined;

/** What a message about a case may say of it to its audience. */
export async function factsOf(ctx: Context, about: Case, { to, due }: Pick<Notice, 'to' | 'due'>): Promise<Facts> {
  const { cycle, application, organization, award, decision, event } = about;
  return {
    issuer: cycle?.issuer,
    cycle: cycle?.title,
    unit: numberFor(about, to) ?? organization?.name ?? application?.organizationName ?? award?.organizationName,
    number: award?.certificateNumber ?? (event.action.startsWith('decision.') ? decision?.documentNumber : undefined),
    deadline: due && (await deadlineOf(ctx, about, due)),
  };
}
