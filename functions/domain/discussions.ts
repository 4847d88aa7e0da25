import * as z from 'zod';

/** 合议记录: that a panel met over an application, who was there and what was said. It changes no mark. */
export const Discussion = z.object({
  discussionId: z.string(),
  cycleId: z.string(),
  applicationId: z.string(),
  heldOn: z.string(),
  /** The assignments of those who were present. */
  present: z.array(z.string()),
  summary: z.string(),
  /** The scan of the signed minutes. */
  fileId: z.string().optional(),
  recordedBy: z.string(),
  at: z.string(),
});
export type Discussion = z.infer<typeof Discussion>;
