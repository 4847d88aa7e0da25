import type { z } from 'zod';
import type { Application } from '#domain/applications';
import { wordsFor } from '#domain/audit-words';
import { mayEdit, maySee, oversees } from '#domain/policies';
import { keys } from '#store/keys';
import type { StoredEvent } from '#store/records';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { isListPublished } from './disclosed.ts';
import { ApplicationRef } from './get.ts';

export type TimelineEntry = {
  readonly at: string;
  readonly action: string;
  readonly zh: string;
  readonly en: string;
  /** By whom, for those who oversee the case. */
  readonly by?: string;
};

/** What the applicant and the recommender learn about the case: its own steps, nothing of panel, veto or objection. */
const isOwnStep = (action: string): boolean => action.startsWith('application.') || action.startsWith('assessment.');

/** Steps that tell the outcome, which nobody but the office learns before the list is published. */
const tellsOutcome = (action: string): boolean =>
  ['application.shortlisted', 'application.passed-over'].includes(action);

/** The case in words, from its audit chain. */
export async function timelineOf(
  ctx: Context,
  input: z.input<typeof ApplicationRef>,
): Promise<{ items: TimelineEntry[] }> {
  const { applicationId } = parse(ApplicationRef, input);
  const application = await ctx.store.get(keys.application(applicationId));
  allow(maySee(ctx.actor, application), 'NotFound');
  // Whoever speaks for the applicant sees the applicant's side, whatever else they are.
  const sees = oversees(ctx.actor) && !mayEdit(ctx.actor, application);
  const knows = sees || (await isListPublished(ctx, await ctx.store.get(keys.cycle(application.cycleId))));
  const { pk } = keys.auditEvent(`application/${applicationId}`, 0);
  const events = await ctx.store.all<StoredEvent>(pk, 'EVENT#');
  const told = events
    .filter((event) => sees || isOwnStep(event.action))
    .filter((event) => knows || !tellsOutcome(event.action))
    .map((event) => ({
      at: event.at,
      action: event.action,
      ...wordsFor(event.action),
      ...(sees && { by: event.actor.id }),
    }));
  return { items: [...told, ...lapse(application)] };
}

/** A deadline that passed is an act of the gate and stands in the gate's chain. */
const lapse = ({ status, statusSince }: Application): TimelineEntry[] =>
  status === 'expired' ? [{ at: statusSince, action: 'application.expired', ...wordsFor('application.expired') }] : [];
