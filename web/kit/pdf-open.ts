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

/** Reads only what the shown pages need, so that a scan of 200 MB opens at once. */
class Ranges extends PDFDataRangeTransport {
  readonly #fileId: string;
  readonly #fail: (error: unknown) => void;
  readonly #ended = new AbortController();

  constructor({ fileId, size }: SeenFile, fail: (error: unknown) => void) {
    super(size, null);
    this.#fileId = fileId;
    this.#fail = fail;
  }

  override requestDataRange(begin: number, end: number): void {
    bytesOf(this.#fileId, begin, end, this.#ended.signal).then(
      (bytes) => this.onDataRange(begin, bytes),
      (error: unknown) => this.#ended.signal.aborted || this.#fail(error),
    );
  }

  override abort(): void {
    this.#ended.abort();
  }
}

/** Opens a PDF of the bucket. `fail` is told when bytes stop coming after it was opened. */
export function openPdf(file: SeenFile, fail: (error: unknown) => void) {
  const parameters = {
    range: new Ranges(file, fail),
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
