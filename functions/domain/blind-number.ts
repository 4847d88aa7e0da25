import { hashOf } from './audit.ts';

/** Without I, L, O and U, so that a number read out is never misheard. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * The number under which reviewers know an application of a blind category, `A-7F3K2QXB`: always the same for one
 * application of one cycle, and saying nothing of either. 40 bits: two of 33,055 share one in 1 cycle of 2,000.
 */
export function blindNumber(cycleId: string, applicationId: string): string {
  let rest = BigInt(`0x${hashOf(['blind-number', cycleId, applicationId]).slice(0, 16)}`);
  let number = '';
  for (let at = 0; at < LENGTH; at += 1) {
    number += signs[Number(rest % 32n)];
    rest /= 32n;
  }
  return `A-${number}`;
}
