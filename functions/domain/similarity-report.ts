import * as z from 'zod';

/** One text of the cycle, or of an earlier year, in a similarity report. */
const ComparedText = z.object({
  textId: z.string(),
  applicationId: z.string(),
  cycleId: z.string(),
  /** Characters that were compared. */
  length: z.int(),
});
export type ComparedText = z.infer<typeof ComparedText>;

/** Two texts that share passages: `shared` characters, and which part of the shorter one that is, in per mille. */
export const SimilarPair = z.object({
  left: z.string(),
  right: z.string(),
  shared: z.int(),
  perMille: z.int(),
});
export type SimilarPair = z.infer<typeof SimilarPair>;

/** A comparison of all self-reports of a cycle, among each other and with earlier years. A flag, never a consequence. */
export const SimilarityReport = z.object({
  cycleId: z.string(),
  comparedAt: z.string(),
  algorithm: z.string(),
  texts: z.int(),
  earlierTexts: z.int(),
  pairs: z.int(),
  /** SHA-256 of the whole report in canonical JSON, and where it lies in the bucket. */
  hash: z.string(),
  reportKey: z.string(),
});
export type SimilarityReport = z.infer<typeof SimilarityReport>;

/** That the office looked at a flagged pair, and what it found; nothing follows of itself. */
export const SimilarityLook = z.object({
  cycleId: z.string(),
  left: z.string(),
  right: z.string(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type SimilarityLook = z.infer<typeof SimilarityLook>;
