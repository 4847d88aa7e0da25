import { useRead } from '#web/api/queries.ts';
import { FileList } from '#web/kit/file-view.tsx';
import { Show } from '#web/kit/states.tsx';

/** The scan behind an entry, by its name; shown below when it is chosen. */
export function ScanView({ fileId }: { readonly fileId: string }) {
  const read = useRead('/files/{fileId}', { fileId });
  return (
    <Show of={read} rows={1}>
      {(file) => <FileList files={[file]} />}
    </Show>
  );
}
