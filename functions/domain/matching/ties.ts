import { createHash } from 'node:crypto';

/** The draw's number of one application or reviewer: the first 32 bits of SHA-256 over seed and draw key, a line each. */
export const tieOf = (seed: string, drawKey: string): number =>
  createHash('sha256').update(`${seed}\n${drawKey}`).digest().readUInt32BE(0);

/**
 * The tie number of a pair before it is cut to the bits that fit: both numbers by exclusive or, then the 32-bit
 * finalizer of MurmurHash3 (public domain), so that one changed bit changes half of all bits. 0 … 2^32 − 1.
 */
export function mixedTie(rowTie: number, columnTie: number): number {
  let mixed = rowTie ^ columnTie;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
