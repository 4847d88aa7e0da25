import type { ServerResponse } from 'node:http';
import type { APIGatewayProxyResultV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { problemOf } from '#api/problem';
import { AwardError } from '#domain/errors';
import { limits } from './limits.ts';

/** Set by the server itself, never by a function. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'trailer',
  'te',
]);

/** Answers as API Gateway does for itself. */
export function sendMessage(
  res: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  // No handler has the request any more: what is left of its body is not read.
  res.writeHead(status, { 'content-type': 'application/json', ...headers });
  res.end(JSON.stringify({ message }));
}

/** What API Gateway says, and beside it what the API would have said had the body reached it. */
export function sendTooLarge(res: ServerResponse, message: string, requestId: string): void {
  const problem = problemOf(new AwardError('BodyTooLarge', { values: { limit: '1 MB' } }), requestId);
  res.writeHead(problem.status, { 'content-type': 'application/problem+json; charset=utf-8' });
  res.end(JSON.stringify({ message, ...problem }));
}

/** Sends what a function returned, in either of the forms of payload format 2.0. */
export function sendResult(res: ServerResponse, result: APIGatewayProxyResultV2 | undefined): void {
  if (result === undefined || Buffer.byteLength(JSON.stringify(result)) > limits.invocationBytes) {
    sendMessage(res, 500, 'Internal Server Error');
    return;
  }
  if (!isStructured(result)) {
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(typeof result === 'string' ? result : JSON.stringify(result));
    return;
  }
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    if (!hopByHop.has(name.toLowerCase())) res.setHeader(name, String(value));
  }
  if (result.cookies?.length) res.setHeader('set-cookie', result.cookies);
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > 0 && !res.hasHeader('content-type')) res.setHeader('content-type', 'text/plain;charset=UTF-8');
  res.statusCode = result.statusCode ?? 200;
  res.end(body);
}

/** Without a status code the whole value is taken to be the body. */
const isStructured = (result: APIGatewayProxyResultV2): result is APIGatewayProxyStructuredResultV2 =>
  typeof result === 'object' && 'statusCode' in result;
