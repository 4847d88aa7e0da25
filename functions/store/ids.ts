import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

const encode = (value: bigint, length: number): string => {
  let left = value;
  let text = '';
  for (let at = 0; at < length; at += 1) {
    text = `${alphabet[Number(left % 32n)]}${text}`;
    left /= 32n;
  }
  return text;
};

/** An id that sorts by the time of its making and cannot be guessed: `application-01k3…`, 26 characters after the kind. */
export const newId = (kind: string): string =>
  `${kind}-${encode(BigInt(Date.now()), 10)}${encode(BigInt(`0x${randomBytes(10).toString('hex')}`), 16)}`;
