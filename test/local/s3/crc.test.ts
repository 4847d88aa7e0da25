import { describe, expect, it } from 'vitest';
import { startChecksum } from '#local/s3/checksums';

/** "123456789", the check input of the CRC catalogue. */
const check = Buffer.from('123456789');

describe('a checksum', () => {
  it.each([
    ['crc32', 'cbf43926'],
    ['crc32c', 'e3069283'],
    ['crc64nvme', 'ae8b14860a799888'],
    ['sha1', 'f7c3bc1d808e04732adf679965ccc34ca7ae3441'],
  ] as const)('%s of the check input is %s, in one piece or in many', (algorithm, expected) => {
    const whole = startChecksum(algorithm);
    whole.update(check);
    expect(whole.digest().toString('hex')).toBe(expected);
    const pieces = startChecksum(algorithm);
    for (const byte of check) pieces.update(Buffer.of(byte));
    expect(pieces.digest().toString('hex')).toBe(expected);
  });
});
