import type { AuditEvent } from '#domain/audit';
import { wordsFor } from '#domain/audit-words';
import type { StoredEvent } from '#store/records';
import type { Versioned } from '#store/table';

/** The event as it was sealed, without what the relay keeps beside it. */
export const bareEvent = ({
  start: _start,
  stop: _stop,
  pendingSince: _since,
  version: _version,
  ...event
}: Versioned<StoredEvent>): AuditEvent => event;

export type ShownEvent = AuditEvent & { readonly zh: string; readonly en: string };

export const shownEvent = (event: AuditEvent): ShownEvent => ({ ...event, ...wordsFor(event.action) });
