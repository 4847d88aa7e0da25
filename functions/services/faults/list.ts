import type { AwardError } from '#domain/errors';
import type { Gate } from '#domain/gates';
import { oversees } from '#domain/policies';
import { keys, lists } from '#store/keys';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

export type Fault = {
  readonly gateId: string;
  readonly subjectId: string;
  readonly since: string;
  readonly execution: string;
  readonly state: string;
  readonly error: string;
  /** Of a draw: what is in the way, so that the office can make it possible and try again. */
  readonly refusal?: { readonly zh: string; readonly en: string; readonly fields: AwardError['fields'] };
};

/** A draw that was refused keeps its words apart, for a workflow carries only codes. */
async function refusalOf(ctx: Context, { subjectId, fault }: Gate): Promise<Pick<Fault, 'refusal'>> {
  if (fault?.state !== 'MatchReviewers') return {};
  const refusal = await ctx.store.find(keys.drawRefusal(subjectId.slice(subjectId.indexOf(':') + 1)));
  return refusal?.code === fault.error ? { refusal: { zh: refusal.zh, en: refusal.en, fields: refusal.fields } } : {};
}

/** The runs that failed and wait for the office. */
export async function listFaults(ctx: Context): Promise<{ items: Fault[] }> {
  allow(oversees(ctx.actor));
  const open = await ctx.store.indexed<Gate>({ index: 'lists', pk: lists.faults(), prefix: 'open#' });
  const items = open.map(async (gate): Promise<Fault> => {
    const { gateId, subjectId, openedAt, fault } = gate;
    return {
      gateId,
      subjectId,
      since: openedAt ?? '',
      execution: fault?.execution ?? '',
      state: fault?.state ?? '',
      error: fault?.error ?? '',
      ...(await refusalOf(ctx, gate)),
    };
  });
  return { items: await Promise.all(items) };
}
