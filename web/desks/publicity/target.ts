import { useMemo } from 'react';
import type { ObjectionTarget } from '#domain/objections';
import { useAll } from '#web/api/all.ts';
import { useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';

type Of = { readonly cycleId: string; readonly listId: string };

/** What an objection is about, with the entry's name as the list has it. */
export function useTargetWords({ cycleId, listId }: Of): (target: ObjectionTarget) => string {
  const tell = useTell();
  const rows = useAll('/cycles/{cycleId}/lists/{listId}', { cycleId, listId }, { when: listId !== '' });
  const names = useMemo(
    () => new Map(rows.data?.items.map(({ applicationId, organizationName }) => [applicationId, organizationName])),
    [rows.data],
  );
  return (target) => {
    if (target.kind === 'procedure') return tell(publicity.procedure);
    if (target.kind === 'omission') return tell(publicity.omissionOf(target.name));
    return tell(publicity.entryOf(names.get(target.applicationId) ?? target.applicationId));
  };
}
