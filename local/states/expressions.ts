import jsonata from 'jsonata';
import { StateError } from './errors.ts';
import { registerFunctions } from './functions.ts';

/** What an expression sees: `$states` and the variables of its scope and the scopes around it. */
export type Bindings = {
  readonly states: {
    readonly input: unknown;
    readonly context: unknown;
    readonly result?: unknown;
    readonly errorOutput?: { readonly Error: string; readonly Cause: string };
  };
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Evaluates every `{% … %}` of a template. Throws States.QueryEvaluationError. */
export type Evaluate = (template: unknown, bindings: Bindings, where: string) => Promise<unknown>;

/** The source of `{% … %}`, or undefined for a literal. Only a whole string is an expression. */
export const sourceOf = (text: string): string | undefined =>
  text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined;

/** AWS ends an expression that takes too long; so do these. */
const guards = { timeout: 10_000, stack: 500 };

/** An evaluator whose `$now()` and `$millis()` tell the given time. Compiled expressions are kept. */
export function createEvaluator(now: () => number): Evaluate {
  const compiled = new Map<string, jsonata.Expression>();
  const compile = (source: string): jsonata.Expression => {
    const known = compiled.get(source);
    if (known) return known;
    const expression = jsonata(source, guards);
    registerFunctions(expression, now);
    compiled.set(source, expression);
    return expression;
  };
  const query = async (source: string, bindings: Bindings, where: string): Promise<unknown> => {
    try {
      const names = { ...bindings.variables, states: bindings.states };
      return plain(await compile(source).evaluate(undefined, names));
    } catch (cause) {
      const what = `The JSONata expression '${source}' specified for the field '${where}'`;
      throw new StateError('States.QueryEvaluationError', `${what} failed: ${messageOf(cause)}`);
    }
  };
  const evaluate: Evaluate = async (template, bindings, where) => {
    if (typeof template === 'string') {
      const source = sourceOf(template);
      return source === undefined ? template : query(source, bindings, where);
    }
    if (Array.isArray(template)) {
      const items: unknown[] = [];
      for (const [index, item] of template.entries()) items.push(await evaluate(item, bindings, `${where}[${index}]`));
      return items;
    }
    if (typeof template !== 'object' || template === null) return template;
    const object: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(template)) {
      object[key] = await evaluate(item, bindings, `${where}/${key}`);
    }
    return object;
  };
  return evaluate;
}

/** JSON out of JSONata: no sequences' hidden marks, no functions; undefined is an error as on AWS. */
function plain(value: unknown): unknown {
  if (value === undefined) throw new Error('it returned undefined');
  if (typeof value === 'function' || isFunctionValue(value)) throw new Error('it returned a function');
  return JSON.parse(JSON.stringify(value));
}

const isFunctionValue = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value);

/** JSONata throws plain objects. */
function messageOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);
}
