import jsonata from 'jsonata';
import { addedFunctions } from '#local/states/functions';

/** What JSONata brings along in Step Functions: all but `$eval`, and what AWS adds. */
const functions: ReadonlySet<string> = new Set([
  ...'sum count max min average string substring substringBefore substringAfter lowercase uppercase length'.split(' '),
  ...'trim pad match contains replace split join formatNumber formatBase formatInteger parseInteger number'.split(' '),
  ...'floor ceil round abs sqrt power boolean not map zip filter single reduce sift keys lookup append exists'.split(
    ' ',
  ),
  ...'spread merge reverse each error assert type sort shuffle distinct base64encode base64decode'.split(' '),
  ...'encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis fromMillis clone now millis'.split(' '),
  ...addedFunctions,
]);

export const knownFunctions: readonly string[] = [...functions];

type Names = {
  /** Functions called that neither JSONata nor the expression itself knows. */
  readonly unknownFunctions: readonly string[];
  /** Variables read from outside of the expression and not asked for with `$exists`. */
  readonly variables: readonly string[];
};

type Node = { readonly [key: string]: unknown };

/** The names that an expression uses. It must parse. */
export function namesIn(source: string): Names {
  const nodes = [...nodesOf(jsonata(source).ast())];
  const local = new Set(nodes.flatMap(boundBy));
  const guarded = new Set(nodes.flatMap(askedFor));
  const called = nodes.map((node) => node['procedure']).flatMap(variableName);
  const read = nodes.flatMap(variableName);
  const isForeign = (name: string) => !local.has(name) && !functions.has(name);
  const isVariable = (name: string) => isForeign(name) && !guarded.has(name) && !ownNames.has(name);
  const unknownFunctions = distinct(called.filter(isForeign));
  return { unknownFunctions, variables: distinct(read.filter(isVariable).filter((name) => !called.includes(name))) };
}

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** `$`, `$$` and `$states`. */
const ownNames = new Set(['', '$', 'states']);

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Node;
  for (const inner of Object.values(value)) yield* nodesOf(inner);
}

const variableName = (node: unknown): string[] => {
  if (typeof node !== 'object' || node === null || !('type' in node) || !('value' in node)) return [];
  return node.type === 'variable' && typeof node.value === 'string' ? [node.value] : [];
};

/** `$x := …`, `function($x)`, `@$x` and `#$x`. */
function boundBy(node: Node): string[] {
  const { type, lhs, arguments: parameters, focus, index, value } = node;
  const steps = [focus, index, type === 'index' ? value : undefined].filter((name) => typeof name === 'string');
  if (type === 'bind') return [...variableName(lhs), ...steps];
  return type === 'lambda' && Array.isArray(parameters) ? [...parameters.flatMap(variableName), ...steps] : steps;
}

/** The variables in `$exists($x)`. */
function askedFor({ procedure, arguments: given }: Node): string[] {
  return variableName(procedure).includes('exists') && Array.isArray(given) ? given.flatMap(variableName) : [];
}
