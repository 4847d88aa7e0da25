import type { Standard } from '#domain/standards';
import { ask } from '#web/api/client.ts';
import { useDraft } from '#web/drafts/use-draft.ts';
import { fieldsOf, inputOf, type SheetAnswer } from './sheet.ts';

/** The sheet of an assignment, kept as it is written: on this machine at once, on the server a moment later. */
export function useSheet(assignmentId: string, standard: Standard) {
  const kept = (sheet: SheetAnswer) => ({ version: sheet.version, fields: fieldsOf(standard, sheet) });
  return useDraft({
    document: `assignment/${assignmentId}/sheet`,
    read: async () => kept(await ask('get', '/assignments/{assignmentId}/sheet', { assignmentId })),
    write: async ({ version, fields }, options) =>
      kept(
        await ask(
          'put',
          '/assignments/{assignmentId}/sheet',
          { assignmentId, version, ...inputOf(standard, fields) },
          options,
        ),
      ),
  });
}
