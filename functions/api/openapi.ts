import * as z from 'zod';
import { problems } from '#domain/errors';
import type { Route } from './route.ts';

type Schema = Record<string, unknown>;

const schemaOf = (of: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _, ...schema } = z.toJSONSchema(of, { io, unrepresentable: 'any' }) as Schema;
  return schema;
};

const inPath = (route: Route): string[] => [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

const json = (schema: Schema): Schema => ({ 'application/json': { schema } });

const header = (name: string, description: string): Schema => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

function parametersOf(route: Route, properties: Schema, required: readonly string[]): Schema[] {
  const path = inPath(route);
  const query = route.method === 'get' || route.method === 'delete' ? Object.keys(properties) : [];
  return [
    ...path.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
    ...query
      .filter((name) => !path.includes(name))
      .map((name) => ({ name, in: 'query', required: required.includes(name), schema: properties[name] })),
    ...(route.method === 'post'
      ? [header('Idempotency-Key', '同一请求重发时沿用同一值 / the same for the same request')]
      : []),
    ...(route.conditional ? [header('If-Match', '读取时得到的 ETag / the ETag that was read')] : []),
  ];
}

function operationOf(route: Route): Schema {
  const input = schemaOf(route.input, 'input') as { properties?: Schema; required?: string[] };
  const { properties = {}, required = [] } = input;
  const elsewhere = [...inPath(route), ...(route.conditional ? ['version'] : [])];
  const bodyNames = Object.keys(properties).filter((name) => !elsewhere.includes(name));
  const hasBody = route.method === 'post' || route.method === 'put';
  const body = {
    type: 'object',
    properties: Object.fromEntries(bodyNames.map((name) => [name, properties[name]])),
    required: required.filter((name) => bodyNames.includes(name)),
    additionalProperties: false,
  };
  return {
    tags: [route.tag],
    summary: `${route.zh} / ${route.en}`,
    operationId: `${route.method}${route.path.replace(/\W+(\w)/g, (_, first: string) => first.toUpperCase()).replace(/\W/g, '')}`,
    parameters: parametersOf(route, properties, required),
    ...(hasBody && bodyNames.length > 0 && { requestBody: { required: true, content: json(body) } }),
    responses: {
      [route.status]: { description: route.en, content: json(schemaOf(route.answer, 'output')) },
      default: {
        description: 'problem+json',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: route.access === 'public' ? [] : [{ bearer: [] }],
  };
}

const problemSchema = {
  type: 'object',
  required: ['type', 'code', 'status', 'title', 'titleEn', 'requestId'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    status: { type: 'integer' },
    title: { type: 'string' },
    titleEn: { type: 'string' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'zh', 'en'],
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          zh: { type: 'string' },
          en: { type: 'string' },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document; its schemas are the verbs' own. */
export function openApiDocument(routes: readonly Route[]): object {
  const paths: Record<string, Schema> = {};
  for (const route of routes) {
    const path = `/api${route.path}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '学创 Xuechuang',
      version: '1',
      description: '学习型组织创建、评审、公示与命名 / the yearly cycle of learning-type organizations',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}
