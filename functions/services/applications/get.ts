import * as z from 'zod';
import type { Application, ApplicationForm } from '#domain/applications';
import type { Assessment } from '#domain/assessments';
import { concealedWithin } from '#domain/blinding';
import type { Instant } from '#domain/instants';
import { mayEdit, maySee, oversees } from '#domain/policies';
import type { Assignment } from '#domain/reviews';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { type AssessmentView, assessmentView } from '../assessments/view.ts';
import type { Context } from '../context.ts';
import { extensionsOf } from '../reference.ts';
import { allow, parse } from '../require.ts';
import { type BlindNotice, blindingOf, seesSelfScore, withoutScores } from '../reviews/blind.ts';
import { assignedTo } from './assigned.ts';
import { deadlineOf } from './deadline.ts';
import { disclosed } from './disclosed.ts';
import { dueBy } from './due.ts';
import { rankOf } from './places.ts';

export const ApplicationRef = z.strictObject({ applicationId: z.string() });

/**
 * What a reviewer needs of an application, and nothing of its way through the desks: not its status either, for
 * `scored` would tell that all the others have handed in.
 */
const reviewerFields = [
  'applicationId',
  'cycleId',
  'categoryId',
  'organizationId',
  'organizationName',
  'areaId',
  'standardId',
  'standardVersion',
] as const satisfies readonly (keyof Application)[];

/** In a blind category a number stands for the unit, and where it is from stays hidden with it. */
const blindFields = ['cycleId', 'categoryId', 'standardId', 'standardVersion'] as const;

export type ApplicationView = {
  readonly application: Partial<Application> & Pick<Application, 'applicationId'>;
  /** The applicant's own draft with its version; for everybody else what was submitted last. */
  readonly form?: Partial<ApplicationForm>;
  readonly formVersion?: number;
  /** The self-assessment that was submitted last. */
  readonly assessment?: AssessmentView;
  readonly blind?: BlindNotice;
  /** Until when the applicant has to act, and for the desks whoever has to, extensions counted. */
  readonly dueBy?: Instant;
  /** For the desks: its place in the department's order of recommendation, from 1. */
  readonly rank?: number;
};

async function submittedContent<T>(
  ctx: Context,
  applicationId: string,
  what: 'form' | 'assessment',
  number: number,
): Promise<T | undefined> {
  if (number === 0) return undefined;
  const snapshot = await ctx.store.get(keys.snapshot(applicationId, what, number));
  // Safe: a snapshot of `what` was written from the schema of the same name.
  return snapshot.content as T;
}

async function submittedAssessment(ctx: Context, application: Application): Promise<{ assessment?: AssessmentView }> {
  const { applicationId, assessments } = application;
  const content = await submittedContent<Omit<Assessment, 'applicationId'>>(
    ctx,
    applicationId,
    'assessment',
    assessments,
  );
  return content ? { assessment: assessmentView({ applicationId, ...content }) } : {};
}

async function forReviewer(
  ctx: Context,
  application: Versioned<Application>,
  assignment: Assignment,
): Promise<ApplicationView> {
  const { applicationId, submissions, cycleId } = application;
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const form = await submittedContent<ApplicationForm>(ctx, applicationId, 'form', submissions);
  const { contactName: _, contactPhone: __, ...substance } = form ?? {};
  const { assessment } = await submittedAssessment(ctx, application);
  const shownAssessment = assessment && (seesSelfScore(cycle, assignment) ? assessment : withoutScores(assessment));
  const content = { ...(form && { form: substance }), ...(shownAssessment && { assessment: shownAssessment }) };
  const fieldsOf = (names: readonly (keyof Application)[]) =>
    Object.fromEntries(names.map((field) => [field, application[field]]));
  const blinding = await blindingOf(ctx, application, cycle);
  if (!blinding) return { application: { applicationId, ...fieldsOf(reviewerFields) }, ...content };
  return {
    application: { applicationId, ...fieldsOf(blindFields), organizationName: blinding.notice.number },
    ...concealedWithin(content, blinding.concealments),
    blind: blinding.notice,
  };
}

/**
 * An application as the one who asks may see it: the applicant with its draft, desks with what was submitted, an
 * assigned reviewer without contacts, opinions and returns.
 * @throws AwardError `NotFound` for everybody else, so that nothing is told by the refusal.
 */
export async function getApplication(ctx: Context, input: z.input<typeof ApplicationRef>): Promise<ApplicationView> {
  const { applicationId } = parse(ApplicationRef, input);
  const application = await ctx.store.get(keys.application(applicationId));
  if (mayEdit(ctx.actor, application)) {
    const draft = await ctx.store.get(keys.form(applicationId));
    const due = await dueBy(ctx, application);
    return {
      application: await disclosed(ctx, application),
      form: draft.form,
      formVersion: draft.version,
      ...(await submittedAssessment(ctx, application)),
      ...(due && { dueBy: due }),
    };
  }
  if (maySee(ctx.actor, application)) {
    const form = await submittedContent<ApplicationForm>(ctx, applicationId, 'form', application.submissions);
    const shown = oversees(ctx.actor) ? application : await disclosed(ctx, application);
    const cycle = await ctx.store.get(keys.cycle(application.cycleId));
    const rank = await rankOf(ctx, application);
    const due = deadlineOf(shown, cycle, await extensionsOf(ctx, application.cycleId));
    return {
      application: shown,
      ...(form && { form }),
      ...(await submittedAssessment(ctx, application)),
      ...(due && { dueBy: due }),
      ...(rank !== undefined && { rank }),
    };
  }
  const assignment = await assignedTo(ctx, applicationId);
  allow(assignment !== undefined, 'NotFound');
  return forReviewer(ctx, application, assignment);
}
