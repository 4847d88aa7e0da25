import type { Gate } from '#domain/gates';
import { oversees } from '#domain/policies';
import { lists } from '#store/keys';
import type { Context } from '../context.ts';
import { allow } from '../require.ts';

export type Fault = {
  readonly gateId: string;
  readonly subjectId: string;
  readonly since: string;
  readonly execution: string;
  readonly state: string;
  readonly error: string;
};

/** The runs that failed and wait for the office. */
export async function listFaults(ctx: Context): Promise<{ items: Fault[] }> {
  allow(oversees(ctx.actor));
  const open = await ctx.store.indexed<Gate>({ index: 'lists', pk: lists.faults(), prefix: 'open#' });
  return {
    items: open.map(({ gateId, subjectId, openedAt, fault }) => ({
      gateId,
      subjectId,
      since: openedAt ?? '',
      execution: fault?.execution ?? '',
      state: fault?.state ?? '',
      error: fault?.error ?? '',
    })),
  };
}
