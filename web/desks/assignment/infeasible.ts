import type { FieldProblem } from '#web/api/problem.ts';

/** What the office can do about it: in which list, or in the plan. */
const remedies = ['reviewers', 'loads', 'pins', 'rules'] as const;
export type Remedy = (typeof remedies)[number];

export type Infeasible = {
  /** What is in the way, and where it can be mended. */
  readonly causes: readonly FieldProblem[];
  readonly remedies: readonly Remedy[];
  /** The cut that proves it: these applications and experts are bound together. */
  readonly applications: readonly (FieldProblem & { readonly id: string })[];
  readonly reviewers: readonly (FieldProblem & { readonly id: string })[];
};

function remedyOf(path: string): Remedy | undefined {
  // Fewer are free for a case than its panel needs.
  if (path.startsWith('applications.')) return 'reviewers';
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
  const causes = fields.filter(({ code }) => code !== 'Bound');
  const wanted = new Set(causes.map(({ path }) => remedyOf(path)));
  return {
    causes,
    remedies: remedies.filter((remedy) => wanted.has(remedy)),
    applications: bound('applications'),
    reviewers: bound('reviewers'),
  };
}
