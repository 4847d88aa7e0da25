import { DeleteOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { FileMark, FileView } from '#web/kit/file-view.tsx';
import { sizeText } from '#web/kit/size.ts';
import { Show } from '#web/kit/states.tsx';
import { uploads } from '#web/messages/files.ts';
import { useTell } from '#web/messages/language.tsx';
import type { UploadedFile } from './transfer.ts';
import { UploadBox } from './upload-box.tsx';

const PATH = '/applications/{applicationId}/evidence';

type EvidenceProps = {
  readonly applicationId: string;
  /** The observation point; without one it is the application's own evidence. */
  readonly pointId?: string;
  /** The point in words, for the label. */
  readonly label?: string;
  readonly editable: boolean;
};

/** The evidence of one observation point: what is there, shown on demand, and the way to bring more. */
export function Evidence({ applicationId, pointId, label, editable }: EvidenceProps) {
  const tell = useTell();
  const client = useQueryClient();
  const read = useRead(PATH, { applicationId });
  const place = useMemo(
    () => ({ purpose: 'evidence' as const, subjectId: applicationId, ...(pointId !== undefined && { pointId }) }),
    [applicationId, pointId],
  );
  return (
    <Show of={read} rows={2}>
      {({ items }) => {
        const confirmed = items.filter(({ status, purpose }) => status === 'confirmed' && purpose === 'evidence');
        const here = confirmed.filter((file) => file.pointId === pointId);
        return (
          <div className="stack" style={{ gap: 8 }}>
            <Files files={here} editable={editable} />
            {editable && (
              <UploadBox
                place={place}
                label={label ?? tell(uploads.uploaded)}
                many
                known={confirmed}
                arrived={() => client.invalidateQueries({ queryKey: [PATH] })}
              />
            )}
          </div>
        );
      }}
    </Show>
  );
}

type FilesProps = { readonly files: readonly UploadedFile[]; readonly editable: boolean };

function Files({ files, editable }: FilesProps) {
  const tell = useTell();
  const [chosen, setChosen] = useState<string | undefined>();
  if (files.length === 0) return <p className="quiet">{tell(uploads.none)}</p>;
  return (
    <ul className="file-list" aria-label={tell(uploads.uploaded)}>
      {files.map((file) => (
        <li key={file.fileId}>
          <div style={{ display: 'flex', alignItems: 'center', gap: 4 }}>
            <button
              type="button"
              className="file-list-name"
              aria-expanded={file.fileId === chosen}
              onClick={() => setChosen(file.fileId === chosen ? undefined : file.fileId)}
            >
              <span>
                <FileMark contentType={file.contentType} /> {file.fileName}
              </span>
              <span className="figures quiet">{sizeText(file.size)}</span>
            </button>
            {editable && <Remove file={file} />}
          </div>
          {file.fileId === chosen && <FileView file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Remove({ file: { fileId, fileName } }: { readonly file: UploadedFile }) {
  const tell = useTell();
  const ask = useConsequence();
  const remove = useAct('delete', '/files/{fileId}', { changes: [PATH] });
  const removing = () =>
    ask({
      title: tell(uploads.removeTitle),
      consequence: tell(uploads.removeText(fileName)),
      verb: tell(uploads.remove),
      act: () => remove.mutateAsync({ fileId }),
    });
  return (
    <Button
      type="text"
      icon={<DeleteOutlined aria-hidden />}
      aria-label={tell(uploads.removeFile(fileName))}
      onClick={removing}
    />
  );
}
