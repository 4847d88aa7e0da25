import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 in lower-case hex of bytes that are in memory: the browser's own, which is faster than any script. */
export const sha256Of = async (bytes: BufferSource): Promise<string> =>
  bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
