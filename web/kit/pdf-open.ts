import { GlobalWorkerOptions, getDocument, PDFDataRangeTransport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url&no-inline';
import { forgetLink, linkOf } from './file-link.ts';
import type { SeenFile } from './file-view.tsx';
import { BinaryData } from './pdf-data.ts';

GlobalWorkerOptions.workerSrc = worker;

const CHUNK = 512 * 1024;
const ATTEMPTS = 3;

/** A range of the file's bytes; with a new link where the last one has expired meanwhile. */
async function bytesOf(fileId: string, begin: number, end: number, signal: AbortSignal): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const headers = { range: `bytes=${begin}-${end - 1}` };
      const response = await fetch(await linkOf(fileId), { headers, signal });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      throw new Error(`the bucket answered ${response.status}`);
    } catch (error) {
      forgetLink(fileId);
      if (signal.aborted || attempt === ATTEMPTS) throw error;
    }
  }
}

export type Watching = {
  /** Bytes stopped coming after it was opened. */
  readonly fail: (error: unknown) => void;
  /** How much of it was read, from 0 to 1: little of a sound document, all of a damaged one. */
  readonly read: (share: number) => void;
};

/** Reads only what the shown pages need, so that a scan of 200 MB opens at once. */
class Ranges extends PDFDataRangeTransport {
  readonly #file: SeenFile;
  readonly #watching: Watching;
  readonly #ended = new AbortController();
  #read = 0;

  constructor(file: SeenFile, watching: Watching) {
    super(file.size, null);
    this.#file = file;
    this.#watching = watching;
  }

  override requestDataRange(begin: number, end: number): void {
    bytesOf(this.#file.fileId, begin, end, this.#ended.signal).then(
      (bytes) => {
        this.#read += bytes.length;
        this.#watching.read(this.#read / this.#file.size);
        this.onDataRange(begin, bytes);
      },
      (error: unknown) => this.#ended.signal.aborted || this.#watching.fail(error),
    );
  }

  override abort(): void {
    this.#ended.abort();
  }
}

/** Opens a PDF of the bucket. */
export function openPdf(file: SeenFile, watching: Watching) {
  const parameters = {
    range: new Ranges(file, watching),
    rangeChunkSize: CHUNK,
    disableAutoFetch: true,
    disableStream: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    // The names under which the worker asks; the addresses are BinaryData's.
    cMapUrl: '/',
    standardFontDataUrl: '/',
    wasmUrl: '/',
    BinaryDataFactory: BinaryData,
  };
  return getDocument(parameters);
}
