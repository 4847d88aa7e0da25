import { Unreachable } from '#web/api/problem.ts';

type Request = {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly body: FormData | Blob;
  readonly signal: AbortSignal;
  /** How many bytes have left so far. */
  readonly told: (bytes: number) => void;
};

/** The bucket refused: a signature that expired, bytes that differ. */
export class BucketRefused extends Error {
  override readonly name = 'BucketRefused';
  readonly status: number;

  constructor(status: number) {
    super(`the bucket answered ${status}`);
    this.status = status;
  }
}

/** Nothing left for so long: the connection is gone, though nobody said so. */
const SILENCE = 60_000;

/** Sends bytes to the bucket. `fetch` cannot tell how far an upload is. */
export const send = ({ method, url, body, signal, told }: Request): Promise<void> =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const request = new XMLHttpRequest();
    let silence = setTimeout(() => request.abort(), SILENCE);
    const abort = (): void => request.abort();
    signal.addEventListener('abort', abort, { once: true });
    request.upload.addEventListener('progress', ({ loaded }) => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENCE);
      told(loaded);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', abort);
      if (signal.aborted) reject(signal.reason);
      else if (request.status === 0) reject(new Unreachable('the connection broke'));
      else if (request.status >= 300) reject(new BucketRefused(request.status));
      else resolve();
    });
    request.open(method, url);
    request.send(body);
  });

type Form = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** Sends a whole file with the form that the API gave for exactly these bytes. */
export function sendForm(form: Form, file: Blob, signal: AbortSignal, told: (bytes: number) => void): Promise<void> {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', file);
  return send({ method: 'POST', url: form.url, body, signal, told });
}
