import { useState } from 'react';
import { useLeaveGuard } from '#web/kit/leave-guard.ts';

/**
 * A document that is changed as a whole and saved on the version that was read. While nothing was changed here, what
 * others save is simply shown; afterwards it is told and nothing typed is lost.
 */
export function useDocument<Content>(read: { readonly content: Content; readonly version: number }) {
  const [draft, setDraft] = useState<{ content: Content; version: number } | undefined>();
  useLeaveGuard(draft !== undefined, 'tab');
  return {
    content: draft?.content ?? read.content,
    version: draft?.version ?? read.version,
    isDirty: draft !== undefined,
    isStale: draft !== undefined && draft.version < read.version,
    set: (content: Content): void => setDraft({ content, version: draft?.version ?? read.version }),
    undo: (): void => setDraft(undefined),
  };
}
