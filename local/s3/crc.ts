/** Table of a reflected CRC-32; the polynomial of CRC-32C is Castagnoli's (RFC 3720 §12.1). */
const table32c = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

/** CRC-32C of a chunk, going on from the value of what came before (0 at the start). */
export function crc32c(chunk: Uint8Array, previous: number): number {
  let value = ~previous;
  for (const byte of chunk) value = (value >>> 8) ^ (table32c[(value ^ byte) & 0xff] ?? 0);
  return ~value >>> 0;
}

/** CRC-64/NVME: the reflected polynomial in two halves, since BigInt per byte would be slow. */
const high64 = new Uint32Array(256);
const low64 = new Uint32Array(256);
for (let index = 0; index < 256; index += 1) {
  let value = BigInt(index);
  for (let bit = 0; bit < 8; bit += 1) value = value & 1n ? (value >> 1n) ^ 0x9a6c9329ac4bc9b5n : value >> 1n;
  high64[index] = Number(value >> 32n);
  low64[index] = Number(value & 0xffffffffn);
}

/** A running CRC-64/NVME, the checksum that S3 computes itself where a client gives none. */
export function crc64nvme(): { update(chunk: Uint8Array): void; digest(): Buffer } {
  let high = -1;
  let low = -1;
  return {
    update: (chunk) => {
      for (const byte of chunk) {
        const index = (low ^ byte) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (low64[index] ?? 0);
        high = (high >>> 8) ^ (high64[index] ?? 0);
      }
    },
    digest: () => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(~high >>> 0, 0);
      bytes.writeUInt32BE(~low >>> 0, 4);
      return bytes;
    },
  };
}
