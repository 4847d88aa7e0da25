import type { Scope, State } from '#local/states/definition';

type Names = ReadonlySet<string>;
type Way = { readonly to: string; readonly assigned: readonly string[] };

/** The variables that every path to a state has assigned; a state that no path leads to is missing. */
export function assignedBefore(scope: Scope, outer: Names): ReadonlyMap<string, Names> {
  const before = new Map<string, Names>([[scope.StartAt, outer]]);
  const open = [scope.StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = scope.States[name];
    const own = before.get(name) ?? outer;
    for (const { to, assigned } of state ? waysOut(state) : []) {
      const here = new Set([...own, ...assigned]);
      const known = before.get(to);
      const common = known ? new Set([...known].filter((variable) => here.has(variable))) : here;
      // Sets only shrink, so this comes to an end in loops too.
      if (known?.size === common.size || !scope.States[to]) continue;
      before.set(to, common);
      open.push(to);
    }
  }
  return before;
}

function waysOut(state: State): Way[] {
  const catchers = 'Catch' in state ? (state.Catch ?? []) : [];
  const rules = state.Type === 'Choice' ? state.Choices : [];
  const plain = state.Type === 'Choice' ? state.Default : 'Next' in state ? state.Next : undefined;
  return [
    ...[...catchers, ...rules].map((way) => ({ to: way.Next, assigned: Object.keys(way.Assign ?? {}) })),
    ...(plain === undefined ? [] : [{ to: plain, assigned: 'Assign' in state ? Object.keys(state.Assign ?? {}) : [] }]),
  ];
}
