import * as z from 'zod';

/** Work that outlasts a request: it runs in a workflow of its own, tells how far it is, and leaves its result in the bucket. */
export const Job = z.object({
  jobId: z.string(),
  cycleId: z.string(),
  kind: z.string(),
  /** As the kind's own schema read it. */
  input: z.record(z.string(), z.unknown()),
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  progress: z.object({ done: z.int(), of: z.int(), zh: z.string(), en: z.string() }),
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  resultKey: z.string().optional(),
  /** Why it failed: the code of the refusal, and its fields. */
  problem: z
    .object({
      code: z.string(),
      zh: z.string(),
      en: z.string(),
      fields: z.array(z.object({ path: z.string(), code: z.string(), zh: z.string(), en: z.string() })).optional(),
    })
    .optional(),
});
export type Job = z.infer<typeof Job>;
