import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';
import type { Authorization } from './authorizer.ts';
import { limits } from './limits.ts';

/** An event of a route with or without an authorizer, as far as the handlers look. */
export type GatewayEvent = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;

type Request = {
  readonly req: IncomingMessage;
  readonly body: Buffer;
  readonly requestId: string;
  readonly pathPrefix: string;
  readonly authorization?: Authorization | undefined;
};

/** The request as API Gateway hands it to Lambda, payload format 2.0. */
export function gatewayEvent({ req, body, requestId, pathPrefix, authorization }: Request): GatewayEvent {
  const [rawPath = '/', rawQueryString = ''] = splitOnce(req.url ?? '/', '?');
  const headers = joinedHeaders(req, requestId);
  const routeKey = pathPrefix === '/' ? '$default' : `ANY ${pathPrefix}/{proxy+}`;
  const proxy = rawPath.slice(pathPrefix.length + 1);
  const now = new Date();
  const cookies = req.headers.cookie?.split(/; */).filter((cookie) => cookie !== '');
  const query = queryParameters(rawQueryString);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(routeKey !== '$default' && proxy !== '' && { pathParameters: { proxy: decodeOrKeep(proxy) } }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'box',
      ...(authorization && {
        authorizer: { jwt: { claims: { ...authorization.claims }, scopes: authorization.scopes } },
      }),
      domainName: req.headers.host ?? 'localhost',
      domainPrefix: 'box',
      http: {
        method: req.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${req.httpVersion}`,
        sourceIp: req.socket.remoteAddress ?? '127.0.0.1',
        userAgent: req.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText(req) ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText(req),
  };
}

/** What a function may ask of its invocation. */
export function lambdaContext(requestId: string, functionName: string, startedAt: number): Context {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:box:000000000000:function:${functionName}`,
    memoryLimitInMB: '1024',
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'box',
    getRemainingTimeInMillis: () => Math.max(0, limits.timeoutMs - (Date.now() - startedAt)),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

/** Names in lower case, repeated ones joined by commas, cookies apart, the sender's address added. */
function joinedHeaders(req: IncomingMessage, requestId: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values = []] of Object.entries(req.headersDistinct)) {
    if (name !== 'cookie') headers[name] = values.join(',');
  }
  const source = req.socket.remoteAddress ?? '127.0.0.1';
  const forwarded = headers['x-forwarded-for'];
  headers['x-forwarded-for'] = forwarded ? `${forwarded}, ${source}` : source;
  headers['x-forwarded-proto'] = 'http';
  headers['x-forwarded-port'] = String(req.socket.localPort ?? '');
  headers['x-request-id'] = requestId;
  return headers;
}

/** Repeated parameters are joined by commas. */
function queryParameters(rawQueryString: string): Record<string, string> | undefined {
  if (rawQueryString === '') return undefined;
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    joined[name] = name in joined ? `${joined[name]},${value}` : value;
  }
  return joined;
}

/** What API Gateway passes on as text; all else, forms too, arrives in base64. */
function isText(req: IncomingMessage): boolean {
  const type = req.headers['content-type']?.toLowerCase() ?? 'text/plain';
  return /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/.test(type);
}

/** As in `12/Mar/2026:19:03:58 +0000`. */
function commonLogTime(date: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
