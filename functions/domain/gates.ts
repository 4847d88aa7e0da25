import * as z from 'zod';

/** Every kind of wait for a person, named as the workflows' states without `Await`. */
export const gateKinds = [
  'applications-closed',
  'review-start',
  'round-closed',
  'list',
  'notice',
  'decision',
  'recommendation',
  'correction',
  'formal-check',
  'self-assessment',
  'review',
  'conclusion',
  'notice-check',
  'objections-settled',
  're-review',
  'rectification',
  'fault',
] as const;
export type GateKind = (typeof gateKinds)[number];

/**
 * A wait that a person ends. One item, two writers: the workflow adds the token with its epoch, the person's verb
 * adds the outcome; whoever comes second sees both. A gate is decided at most once; its id counts the rounds.
 */
export const Gate = z.object({
  gateId: z.string(),
  kind: z.enum(gateKinds),
  subjectId: z.string(),
  cycleId: z.string().optional(),
  epoch: z.int().optional(),
  token: z.string().optional(),
  openedAt: z.string().optional(),
  deadline: z.string().optional(),
  outcome: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  decidedAt: z.string().optional(),
  deliveredAt: z.string().optional(),
  /** A fault gate tells the office what failed. */
  fault: z.object({ execution: z.string(), state: z.string(), error: z.string() }).optional(),
});
export type Gate = z.infer<typeof Gate>;
export type GateOutcome = NonNullable<Gate['outcome']>;

/** The id of a gate: `recommendation/<subject>/<round>`. */
export const gateIdOf = (kind: GateKind, subjectId: string, round = 1): string => `${kind}/${subjectId}/${round}`;
