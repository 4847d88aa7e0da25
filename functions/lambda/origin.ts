import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type FrontRequest = { readonly headers: Readonly<Record<string, string | undefined>> };
type Handler<E extends FrontRequest, C, R> = (event: E, context: C) => Promise<R>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Answers only what came through CloudFront, which shows the secret: the firewall stands there, and an HTTP API takes
 * none itself.
 */
export function throughFront<E extends FrontRequest, C, R>(secret: string | undefined, handler: Handler<E, C, R>) {
  if (!secret) throw new Error('the environment lacks ORIGIN_SECRET');
  const expected = digest(secret);
  return async (event: E, context: C): Promise<R | APIGatewayProxyStructuredResultV2> => {
    const shown = event.headers['x-origin-secret'];
    // Digests have one length, so that the comparison tells nothing by its time.
    return shown !== undefined && timingSafeEqual(digest(shown), expected)
      ? handler(event, context)
      : { statusCode: 403, headers: { 'cache-control': 'no-store' }, body: '' };
  };
}
