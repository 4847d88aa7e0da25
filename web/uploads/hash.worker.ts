import { Sha256 } from './sha256.ts';

const SLICE = 4 * 2 ** 20;

/** Reads a file slice by slice: at most one slice is in memory. Tells how far it is, then the hash. */
self.addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  try {
    const hash = new Sha256();
    for (let at = 0; at < data.size; at += SLICE) {
      hash.update(new Uint8Array(await data.slice(at, at + SLICE).arrayBuffer()));
      postMessage({ done: Math.min(at + SLICE, data.size) / data.size });
    }
    postMessage({ sha256: hash.hex() });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
});
