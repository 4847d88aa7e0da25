import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { filesWords } from '#web/messages/files.ts';
import { useTell } from '#web/messages/language.tsx';
import type { SeenFile } from './file-view.tsx';
import { openPdf } from './pdf-open.ts';
import { Waiting } from './states.tsx';
import { onKeys, ScrolledPlace, Tools, useWidth, ZoomTools, zoomKeys } from './view-tools.tsx';

type PdfViewProps = { readonly file: SeenFile; readonly failed: (error: unknown) => void };

/** The document while it is shown, closed with its worker afterwards; and how much of it was read, from 0 to 1. */
function useDocument(file: SeenFile, failed: (error: unknown) => void): [PDFDocumentProxy | undefined, number] {
  const [opened, setOpened] = useState<PDFDocumentProxy | undefined>();
  const [read, setRead] = useState(0);
  const fail = useRef(failed);
  fail.current = failed;
  useEffect(() => {
    let isGone = false;
    const tell = (error: unknown): void => {
      if (!isGone) fail.current(error);
    };
    const task = openPdf(file, { fail: tell, read: (share) => isGone || setRead(share) });
    task.promise.then((document) => isGone || setOpened(document), tell);
    return () => {
      isGone = true;
      setOpened(undefined);
      void task.destroy();
    };
  }, [file]);
  return [opened, read];
}

/** A PDF, one page at a time, as wide as its place. */
export function PdfView({ file, failed }: PdfViewProps) {
  const tell = useTell();
  const [document, read] = useDocument(file, failed);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const pages = document?.numPages ?? 0;
  const go = (to: number): void => {
    if (to < 1 || to > pages) return;
    setPage(to);
    scroller.current?.scrollTo({ top: 0 });
  };
  const keys = onKeys([
    [['ArrowLeft', 'PageUp'], () => go(page - 1)],
    [['ArrowRight', 'PageDown'], () => go(page + 1)],
    [['Home'], () => go(1)],
    [['End'], () => go(pages)],
    ...zoomKeys({ zoom, setZoom }),
  ]);
  return (
    <>
      <Tools file={file}>
        <span className="row" style={{ gap: 4 }}>
          <Button
            size="small"
            type="text"
            icon={<LeftOutlined aria-hidden />}
            aria-label={tell(filesWords.previousPage)}
            disabled={page <= 1}
            onClick={() => go(page - 1)}
          />
          <span className="figures" aria-live="polite">
            {pages > 0 && tell(filesWords.pageOf(page, pages))}
          </span>
          <Button
            size="small"
            type="text"
            icon={<RightOutlined aria-hidden />}
            aria-label={tell(filesWords.nextPage)}
            disabled={page >= pages}
            onClick={() => go(page + 1)}
          />
        </span>
        <ZoomTools zoom={zoom} setZoom={setZoom} />
      </Tools>
      <ScrolledPlace place={scroller} file={file} keys={keys}>
        {document && width > 0 ? (
          <PdfPage
            document={document}
            at={page}
            width={width * zoom}
            label={tell(filesWords.page(page, pages))}
            failed={failed}
          />
        ) : (
          <Opening file={file} read={read} />
        )}
      </ScrolledPlace>
    </>
  );
}

/** So much of a large document is not read before its first page stands, if it is sound. */
const MUCH = 0.1;
const LARGE = 16 * 2 ** 20;

type OpeningProps = { readonly file: SeenFile; readonly read: number };

/** A damaged document is read to its end before anything can be said of it: how far that is, where it takes long. */
function Opening({ file, read }: OpeningProps) {
  const tell = useTell();
  const isWhole = file.size > LARGE && read > MUCH;
  return (
    <>
      {isWhole && <p className="quiet figures">{tell(filesWords.readSoFar(Math.floor(read * 100)))}</p>}
      <Waiting />
    </>
  );
}

type PdfPageProps = {
  readonly document: PDFDocumentProxy;
  readonly at: number;
  /** CSS pixels. */
  readonly width: number;
  readonly label: string;
  readonly failed: (error: unknown) => void;
};

/** Beyond this many device pixels a phone's browser gives up the canvas. */
const MOST_PIXELS = 16_000_000;

function PdfPage({ document, at, width, label, failed }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let cancel = (): void => undefined;
    let isGone = false;
    const draw = async (): Promise<void> => {
      const page = await document.getPage(at);
      const place = canvas.current;
      if (isGone || !place) return;
      const natural = page.getViewport({ scale: 1 });
      const scale = width / natural.width;
      const wanted = Math.min(devicePixelRatio, 2);
      const ratio = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * natural.height * scale)));
      const viewport = page.getViewport({ scale: scale * ratio });
      // Drawn aside and shown at once, so that the page before stays until the next is there.
      const aside = Object.assign(globalThis.document.createElement('canvas'), {
        width: Math.floor(viewport.width),
        height: Math.floor(viewport.height),
      });
      const task = page.render({ canvas: aside, viewport });
      cancel = () => task.cancel();
      await task.promise;
      if (isGone) return;
      place.width = aside.width;
      place.height = aside.height;
      place.style.width = `${width}px`;
      place.getContext('2d')?.drawImage(aside, 0, 0);
    };
    draw().catch((error: unknown) => isGone || failed(error));
    return () => {
      isGone = true;
      cancel();
    };
  }, [document, at, width, failed]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}
