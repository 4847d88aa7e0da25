import { describe, expect, it } from 'vitest';
import { routes } from '#api/app';
import { openApiDocument } from '#api/openapi';

const pathParameters = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

describe('the list of operations', () => {
  it('has each method and path once', () => {
    const names = routes.map((route) => `${route.method} ${route.path}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('puts under /public what needs no sign-in, and nothing else: the gateway goes by the path', () => {
    const misplaced = routes.filter((route) => (route.access === 'public') !== route.path.startsWith('/public/'));
    expect(misplaced.map((route) => route.path)).toEqual([]);
  });

  it('takes every parameter of a path as a field of the input', () => {
    const strays = routes.flatMap((route) =>
      pathParameters(route.path)
        .filter((name) => !(name in route.input.shape))
        .map((name) => `${route.path}: ${name}`),
    );
    expect(strays).toEqual([]);
  });

  it('asks for a version wherever a document is replaced', () => {
    const without = routes.filter((route) => route.conditional && !('version' in route.input.shape));
    expect(without.map((route) => route.path)).toEqual([]);
  });

  it('is described whole, every operation once', () => {
    const { paths } = openApiDocument(routes) as { paths: Record<string, Record<string, { operationId: string }>> };
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map((each) => each.operationId));
    expect(ids.length).toBe(routes.length);
    expect(new Set(ids).size).toBe(routes.length);
  });
});
