import { FileImageOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { Problem, Unreachable } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { filesWords } from '#web/messages/files.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { downloadFile } from './file-link.ts';
import { later, Part } from './part.tsx';
import { sizeText } from './size.ts';
import { Empty, Show, Trouble } from './states.tsx';
import './file-view.css';

export type SeenFile = {
  readonly fileId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
};

const pdfView = later(async () => (await import('./pdf-view.tsx')).PdfView);
const pictureView = later(async () => (await import('./picture-view.tsx')).PictureView);

/** A file of the bucket, shown in the page: a PDF page by page, a picture with zoom; whatever fails can be downloaded. */
export function FileView({ file }: { readonly file: SeenFile }) {
  const [attempt, setAttempt] = useState(0);
  // Another file, or another try, begins anew.
  return <Viewed key={`${file.fileId}/${attempt}`} file={file} again={() => setAttempt(attempt + 1)} />;
}

/** The same where only the file's id is known: a letter of authority, a signed sheet, a seal. */
export function FileById({ fileId }: { readonly fileId: string }) {
  const file = useRead('/files/{fileId}', { fileId });
  return <Show of={file}>{(found) => <FileView file={found} />}</Show>;
}

function Viewed({ file: given, again }: { readonly file: SeenFile; readonly again: () => void }) {
  // The same value over the renders: a list that is read anew must not reload what is shown of it.
  const [file] = useState(given);
  const [trouble, setTrouble] = useState<unknown>();
  const failed = useCallback((error: unknown) => setTrouble(error), []);
  const view = file.contentType === 'application/pdf' ? pdfView : pictureView;
  return (
    <section className="file-view" aria-label={file.fileName}>
      {trouble === undefined ? (
        <Part of={view} give={{ file, failed }} />
      ) : (
        <NotShown file={file} error={trouble} again={again} />
      )}
    </section>
  );
}

type NotShownProps = { readonly file: SeenFile; readonly error: unknown; readonly again: () => void };

function NotShown({ file, error, again }: NotShownProps) {
  const tell = useTell();
  if (error instanceof Problem || error instanceof Unreachable) return <Trouble error={error} retry={again} />;
  const isPdf = file.contentType === 'application/pdf';
  return (
    <Empty
      title={isPdf ? filesWords.pdfBroken : filesWords.pictureBroken}
      help={isPdf ? filesWords.pdfBrokenHelp : filesWords.pictureBrokenHelp}
    >
      <div className="row" style={{ justifyContent: 'center' }}>
        <Button onClick={again}>{tell(kit.retry)}</Button>
        <Button onClick={() => downloadFile(file.fileId)}>{tell(kit.download)}</Button>
      </div>
    </Empty>
  );
}

/** Files by name and size; choosing one shows it below, choosing it again puts it away. */
export function FileList({ files }: { readonly files: readonly SeenFile[] }) {
  const tell = useTell();
  const [chosen, setChosen] = useState<string | undefined>();
  if (files.length === 0) return <p className="quiet">{tell(filesWords.noFiles)}</p>;
  return (
    <ul className="file-list" aria-label={tell(filesWords.files)}>
      {files.map((file) => {
        const isOpen = file.fileId === chosen;
        return (
          <li key={file.fileId}>
            <button
              type="button"
              className="file-list-name"
              aria-expanded={isOpen}
              onClick={() => setChosen(isOpen ? undefined : file.fileId)}
            >
              <span>
                <FileMark contentType={file.contentType} /> {file.fileName}
              </span>
              <span className="figures quiet">{sizeText(file.size)}</span>
            </button>
            {isOpen && <FileView file={file} />}
          </li>
        );
      })}
    </ul>
  );
}

export function FileMark({ contentType }: { readonly contentType: string }) {
  return <span aria-hidden>{contentType === 'application/pdf' ? <FilePdfOutlined /> : <FileImageOutlined />}</span>;
}
