import type { FieldProblem } from './errors.ts';

/** An observation point stands on the third level, and nothing below it (domain.md §4). */
const levels = 3;

const childrenOf = (node: unknown, field: string): readonly unknown[] => {
  const children = (node as Readonly<Record<string, unknown>> | null)?.[field];
  return Array.isArray(children) ? children : [];
};

/**
 * Where a document that is sent as a standard goes on below its observation points, however deep. It looks at three
 * levels and a field of the third, so that no depth can exhaust it; whoever reads the document by its schema would
 * otherwise call such a point a misshapen one.
 */
export function checkDepth(document: unknown): FieldProblem[] {
  let nodes = childrenOf(document, 'indicators').map((node, at) => ({ node, path: `indicators.${at}` }));
  for (let level = 1; level < levels; level += 1) {
    nodes = nodes.flatMap(({ node, path }) =>
      childrenOf(node, 'children').map((child, at) => ({ node: child, path: `${path}.children.${at}` })),
    );
  }
  return nodes
    .filter(({ node }) => childrenOf(node, 'children').length > 0)
    .map(({ path }) => ({
      path: `${path}.children`,
      code: 'TreeTooDeep',
      zh: '指标体系只有三级（一级指标、二级指标、观测点），观测点之下不能再分级，请并入上级。',
      en: 'A standard has three levels (first, second, observation point). Nothing stands below a point: merge it upwards.',
    }));
}
