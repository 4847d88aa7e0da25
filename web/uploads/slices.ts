import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** So much of a file is in memory at a time. */
export const SLICE = 4 * 2 ** 20;

/**
 * SHA-256 in lower-case hex, read slice by slice: `crypto.subtle` wants all the bytes at once, which a file of 200 MB
 * on a phone does not have room for. Tells how far it is, from 0 to 1.
 */
export async function sha256InSlices(file: Blob, told: (done: number) => void): Promise<string> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += SLICE) {
    hash.update(new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer()));
    told(Math.min(at + SLICE, file.size) / file.size);
  }
  return bytesToHex(hash.digest());
}
