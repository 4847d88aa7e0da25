import type { AuditEvent } from '#domain/audit';
import { wordsFor } from '#domain/audit-words';
import type { StoredEvent } from '#store/records';
import type { Versioned } from '#store/table';
import type { Context } from '../context.ts';
import { ownCases } from '../cycles/stake.ts';

/** The event as it was sealed, without what the relay keeps beside it. */
export const bareEvent = ({
  start: _start,
  stop: _stop,
  pendingSince: _since,
  version: _version,
  ...event
}: Versioned<StoredEvent>): AuditEvent => event;

/** Tells the events of cases in which the one who asks has a stake: they name who reviews, and when. */
export async function ownCaseIn(ctx: Context): Promise<(event: AuditEvent) => boolean> {
  const own = new Set<unknown>((await ownCases(ctx, ctx.actor)).map(({ applicationId }) => applicationId));
  const named = ({ applicationIds }: AuditEvent['details']): unknown[] =>
    Array.isArray(applicationIds) ? applicationIds : [];
  return ({ details }) =>
    own.has(details['applicationId']) || own.has(details['subjectId']) || named(details).some((id) => own.has(id));
}

export type ShownEvent = AuditEvent & { readonly zh: string; readonly en: string };

export const shownEvent = (event: AuditEvent): ShownEvent => ({ ...event, ...wordsFor(event.action) });
