import { createHmac, timingSafeEqual } from 'node:crypto';
import { limits } from './limits.ts';

/** Where a token leads. A visit ends with its attempt, so that a retried state has another token. */
type Address = { readonly executionArn: string; readonly frame: number; readonly visit: number };

export type Tokens = {
  issue(address: Address): string;
  /** Undefined for anything that this engine did not issue. */
  read(token: string): Address | undefined;
};

/** Tokens carry their address and a signature: nothing has to be stored to find the way back. */
export function createTokens(secret: string): Tokens {
  const sign = (body: string) => createHmac('sha256', secret).update(body).digest('base64url');
  return {
    issue({ executionArn, frame, visit }) {
      const body = Buffer.from(JSON.stringify([executionArn, frame, visit])).toString('base64url');
      return `${body}.${sign(body)}`;
    },
    read(token) {
      const [body = '', signature = '', ...rest] = token.split('.');
      const expected = Buffer.from(sign(body));
      const given = Buffer.from(signature);
      const genuine = given.length === expected.length && timingSafeEqual(given, expected);
      if (token.length > limits.token || rest.length > 0 || !genuine) return undefined;
      // The signature proves that `issue` wrote these three.
      const [executionArn, frame, visit] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
        string,
        number,
        number,
      ];
      return { executionArn, frame, visit };
    },
  };
}
