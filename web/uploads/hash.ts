import { sha256Of } from '#web/kit/digest.ts';

/** Up to here the browser hashes at once. */
const AT_ONCE = 16 * 2 ** 20;

type Report = { readonly done: number } | { readonly sha256: string } | { readonly failed: string };

/** The SHA-256 of a file in lower-case hex; a large one is read by a worker, slice by slice. */
export async function sha256OfFile(file: Blob, signal: AbortSignal, told: (done: number) => void): Promise<string> {
  if (file.size <= AT_ONCE) return sha256Of(await file.arrayBuffer());
  const worker = new Worker(new URL('./hash.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
      worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
        if ('done' in data) told(data.done);
        else if ('sha256' in data) resolve(data.sha256);
        else reject(new Error(data.failed));
      });
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
}
