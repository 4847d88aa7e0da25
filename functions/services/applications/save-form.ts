import * as z from 'zod';
import { ApplicationForm } from '#domain/applications';
import { mayEdit } from '#domain/policies';
import { forms } from '#store/entities';
import { keys } from '#store/keys';
import type { FormDraft } from '#store/records';
import type { Versioned } from '#store/table';
import { save, unchanged } from '#store/writes';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { requireCorrectionInTime, requireOpenWindow } from './window.ts';

export const SaveFormInput = z.strictObject({ applicationId: z.string(), version: z.int(), form: ApplicationForm });

/**
 * Keeps the form while it is written. A draft is not an act, so it leaves no audit event; it is refused when it was
 * changed elsewhere in the meantime, and when the form left the applicant's desk.
 */
export async function saveForm(ctx: Context, input: z.input<typeof SaveFormInput>): Promise<Versioned<FormDraft>> {
  const { applicationId, version, form } = parse(SaveFormInput, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(mayEdit(ctx.actor, application));
  if (application.status === 'draft') {
    await requireOpenWindow(ctx, await ctx.store.get(keys.cycle(application.cycleId)), application);
  } else {
    allow(application.status === 'returned', 'WrongState', { state: application.status });
    await requireCorrectionInTime(ctx, application);
  }
  await ctx.store.transact([
    save(forms, { applicationId, form, version }),
    unchanged(keys.application(applicationId), application.version),
  ]);
  return { applicationId, form, version: version + 1 };
}
