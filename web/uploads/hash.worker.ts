import { sha256InSlices } from './slices.ts';

/** Reads a file beside the page. Tells how far it is, then the hash. */
self.addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  try {
    postMessage({ sha256: await sha256InSlices(data, (done) => postMessage({ done })) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
