import type { FieldProblem } from '#web/api/problem.ts';

/** What the office can do about it: in which list, or in the plan. */
export type Remedy = 'reviewers' | 'loads' | 'pins' | 'rules';

export type Infeasible = {
  /** What is in the way, each with the remedy. */
  readonly causes: readonly (FieldProblem & { readonly remedy: Remedy | undefined })[];
  /** The cut that proves it: these applications and experts are bound together. */
  readonly applications: readonly (FieldProblem & { readonly id: string })[];
  readonly reviewers: readonly (FieldProblem & { readonly id: string })[];
};

function remedyOf(path: string): Remedy | undefined {
  if (path === 'reviewers.maximumLoad') return 'loads';
  if (path.startsWith('reviewers')) return 'reviewers';
  if (path.startsWith('pins')) return 'pins';
  if (path.startsWith('categories')) return 'rules';
  return undefined;
}

/** The fields of a refused draw, sorted by what they are for the reader: causes, and who is concerned. */
export function infeasibleOf(fields: readonly FieldProblem[]): Infeasible {
  const bound = (kind: string) =>
    fields
      .filter(({ code, path }) => code === 'Bound' && path.startsWith(`${kind}.`))
      .map((field) => ({ ...field, id: field.path.slice(kind.length + 1) }));
  return {
    causes: fields.filter(({ code }) => code !== 'Bound').map((field) => ({ ...field, remedy: remedyOf(field.path) })),
    applications: bound('applications'),
    reviewers: bound('reviewers'),
  };
}
