import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { gateKinds } from '#domain/gates';
import { tasks } from '#tasks/index';
import { definitions, placeholders, substituted, type WorkflowName, workflowNames } from '#workflows';
import { lintDefinition } from '../support/asl-lint.ts';

type State = {
  readonly Type: string;
  readonly Resource?: string;
  readonly Arguments?: {
    readonly FunctionName?: string;
    readonly Payload?: { readonly task: string; readonly input: { readonly kind?: string } };
  };
  readonly Choices?: readonly { readonly Condition: string; readonly Next: string }[];
  readonly ItemProcessor?: { readonly States: Readonly<Record<string, State>> };
};

const statesOf = (states: Readonly<Record<string, State>>): [string, State][] =>
  Object.entries(states).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...statesOf(state.ItemProcessor?.States ?? {}),
  ]);

const all = (name: WorkflowName): [string, State][] =>
  statesOf(definitions[name].States as unknown as Readonly<Record<string, State>>);

const calls = workflowNames.flatMap((workflow) =>
  all(workflow)
    .filter(([, state]) => state.Resource?.includes('lambda:invoke'))
    .map(([name, state]) => ({
      name,
      fn: /^\$\{(\w+)\}$/.exec(state.Arguments?.FunctionName ?? '')?.[1] ?? '',
      task: state.Arguments?.Payload?.task ?? '',
      kind: state.Arguments?.Payload?.input.kind,
    })),
);

const kebab = (name: string): string => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
const pascal = (kind: string): string =>
  kind
    .split('-')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join('');

describe.each(workflowNames)('the workflow %s', (name) => {
  it('is valid ASL', () => {
    const { isValid, errorsText } = validate(definitions[name], { checkPaths: true, checkArn: false });
    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  it('passes our lint', () => {
    expect(lintDefinition(definitions[name])).toEqual([]);
  });

  it('leaves no placeholder once its names are filled in', () => {
    const values = Object.fromEntries(placeholders(definitions[name]).map((each) => [each, 'arn:filled']));
    expect(JSON.stringify(substituted(definitions[name], values))).not.toContain('${');
  });

  it('can go back to every state that may fail', () => {
    const states = new Map(all(name));
    const retried = states.get('RouteRepair')?.Choices?.map((choice) => choice.Next) ?? [];
    const mayFail = Object.entries(definitions[name].States as unknown as Readonly<Record<string, State>>)
      .filter(([, state]) => state.Type === 'Task' || state.Type === 'Map')
      .map(([state]) => state)
      .filter((state) => !['AwaitRepair', 'AbandonCase'].includes(state))
      // A wait that failed is planned anew: its deadline may have passed or moved.
      .map((state) => state.replace(/^Await/, 'Plan'));
    expect(new Set(retried.filter((state) => state !== 'AbandonCase'))).toEqual(new Set(mayFail));
  });
});

describe('states, tasks and files', () => {
  it('name each other: state = task = placeholder, gates by their kind', () => {
    for (const { name, fn, task, kind } of calls) {
      expect(task).toBe(fn);
      if (fn === 'OpenGate' && kind === 'fault') expect(name).toBe('AwaitRepair');
      else if (fn === 'OpenGate') expect(name).toBe(`Await${pascal(kind ?? '')}`);
      else if (fn === 'PlanGate') expect(name).toBe(`Plan${pascal(kind ?? '')}`);
      else expect(name).toBe(fn);
    }
  });

  it('are the same set', () => {
    const called = [...new Set(calls.map((call) => call.fn))].sort();
    const files = readdirSync(join(import.meta.dirname, '../../functions/tasks'))
      .filter((file) => !['index.ts', 'task.ts'].includes(file))
      .sort();
    expect(Object.keys(tasks).sort()).toEqual(called);
    expect(files).toEqual(called.map((task) => `${kebab(task)}.ts`).sort());
    expect(
      called.every((task) => existsSync(join(import.meta.dirname, `../../functions/tasks/${kebab(task)}.ts`))),
    ).toBe(true);
  });

  it('know every kind of gate', () => {
    const opened = new Set(calls.filter((call) => call.fn === 'OpenGate').map((call) => call.kind));
    expect([...opened].sort()).toEqual([...gateKinds].sort());
  });
});
