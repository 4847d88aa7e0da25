import { useQueryClient } from '@tanstack/react-query';
import type { Standard } from '#domain/standards';
import { ask } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useDraft } from '#web/drafts/use-draft.ts';
import { fieldsOf, inputOf, type SheetAnswer } from './sheet.ts';

/** Refusals by which the sheet is not this reviewer's to write any more: the seat was taken, or the round is closed. */
const isTaken = (error: unknown): boolean =>
  (['WrongState', 'NotAllowed', 'ConflictOfInterest'] as const).some((code) => isProblem(error, code));

/** The sheet of an assignment, kept as it is written: on this machine at once, on the server a moment later. */
export function useSheet(assignmentId: string, standard: Standard) {
  const client = useQueryClient();
  /** The page then says what became of the case, instead of going on as if it were still to be scored. */
  const readAnew = (error: unknown): never => {
    if (isTaken(error)) void client.invalidateQueries();
    throw error;
  };
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
        ).catch(readAnew),
      ),
  });
}
