import * as z from 'zod';
import type { Cycle } from '../cycles.ts';

/** One edition as it lies in the bucket. */
const Edition = z.object({
  objectKey: z.string(),
  objectVersion: z.string(),
  size: z.int(),
  lines: z.int(),
  /** The hash of its last line, which stands for the whole file. */
  root: z.string(),
});
export type Edition = z.infer<typeof Edition>;

/** 卷宗: what lets anybody recompute a cycle's result, in two editions (docs/dossier.md). */
export const Dossier = z.object({
  cycleId: z.string(),
  /** From 1 within the cycle. */
  number: z.int().min(1),
  jobId: z.string(),
  resultId: z.string(),
  title: z.string(),
  public: Edition,
  full: Edition,
  madeAt: z.string(),
  publishedAt: z.string().optional(),
  publishedBy: z.string().optional(),
});
export type Dossier = z.infer<typeof Dossier>;

/** What came of a cycle may be told to everybody once its list is in publicity, and for ever after. */
const tellable: readonly Cycle['status'][] = ['publicizing', 'deciding', 'naming', 'concluded'];
export const mayBeTold = ({ status }: Pick<Cycle, 'status'>): boolean => tellable.includes(status);
