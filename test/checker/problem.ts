/** What can be wrong with a season, by name. */
export type Rule =
  | 'cycle'
  | 'standard'
  | 'calendar'
  | 'path'
  | 'form'
  | 'self-mark'
  | 'evidence'
  | 'mark'
  | 'sheet'
  | 'panel'
  | 'figures'
  | 'veto'
  | 'result'
  | 'rank'
  | 'quota'
  | 'shortlist'
  | 'publicity'
  | 'objection'
  | 'award'
  | 'certificate'
  | 'counts'
  | 'audit-chain'
  | 'audit-actor'
  | 'audit-request';

/** `subject` names the unit, the person or the document; `detail` what was found and what was expected. */
export type Problem = { readonly rule: Rule; readonly subject: string; readonly detail: string };

export const problem = (rule: Rule, subject: string, detail: string): Problem => ({ rule, subject, detail });

/** One problem unless both are the same. */
export const differs = (rule: Rule, subject: string, what: string, found: unknown, expected: unknown): Problem[] =>
  JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [problem(rule, subject, `${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`)];

export const when = (wrong: boolean, rule: Rule, subject: string, detail: string): Problem[] =>
  wrong ? [problem(rule, subject, detail)] : [];
