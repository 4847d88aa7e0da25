import * as z from 'zod';
import { type Application, type ApplicationForm, requiredFormFields } from '#domain/applications';
import type { FieldProblem } from '#domain/errors';
import { mayEdit } from '#domain/policies';
import { snapshots } from '#store/entities';
import { keys } from '#store/keys';
import type { Versioned } from '#store/table';
import { create, unchanged } from '#store/writes';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { pinnedEvidence } from '../files/pinned.ts';
import { allow, parse, refuseFields } from '../require.ts';
import { type ApplicationVerb, moved } from './moved.ts';
import { requireCorrectionInTime, requireOpenWindow } from './window.ts';

export const SubmitInput = z.strictObject({ applicationId: z.string() });

const missing = (form: ApplicationForm): FieldProblem[] =>
  requiredFormFields
    .filter((field) => form[field].trim() === '')
    .map((field) => ({ path: `form.${field}`, code: 'Blank', zh: '此项必填。', en: 'This field is required.' }));

/** Whether the verb is a first submission or a correction, and whether it is still in time. */
async function verbInTime(ctx: Context, application: Versioned<Application>): Promise<ApplicationVerb> {
  const { returned } = application;
  if (application.status !== 'returned' || !returned) {
    allow(application.status === 'draft', 'WrongState', { state: application.status });
    await requireOpenWindow(ctx, await ctx.store.get(keys.cycle(application.cycleId)), application);
    return 'submit';
  }
  await requireCorrectionInTime(ctx, application);
  return returned.by === 'recommender' ? 'resubmitToRecommender' : 'resubmitToOffice';
}

/** The applicant submits the form: a snapshot freezes it with the versions of its evidence. */
export async function submitApplication(ctx: Context, input: z.input<typeof SubmitInput>): Promise<Application> {
  const { applicationId } = parse(SubmitInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application));
  const verb = await verbInTime(ctx, application);
  const draft = await ctx.store.get(keys.form(applicationId));
  refuseFields(missing(draft.form), 'Incomplete');
  const number = application.submissions + 1;
  const next = moved(ctx, application, verb, { submissions: number });
  const snapshot = {
    applicationId,
    what: 'form' as const,
    number,
    at: ctx.clock.now(),
    by: ctx.actor.kind === 'person' ? ctx.actor.personId : 'system',
    content: draft.form,
    evidence: await pinnedEvidence(ctx, applicationId),
  };
  return commit(ctx, {
    chain: `application/${applicationId}`,
    action: verb === 'submit' ? 'application.submitted' : 'application.resubmitted',
    cycleId: application.cycleId,
    details: { applicationId, submission: number },
    writes: [...next.writes, create(snapshots, snapshot), unchanged(keys.form(applicationId), draft.version)],
    decides: next.decides,
    ...(verb === 'submit' && {
      starts: { workflow: 'application' as const, name: applicationId, input: { applicationId } },
    }),
    answer: next.application,
  });
}
