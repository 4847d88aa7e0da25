import * as z from 'zod';

const Stretch = z.object({ part: z.int(), start: z.int(), end: z.int() });

/** Where a compared text is: the snapshot of a self-assessment, and whose it is. */
export const TextSource = z.object({
  applicationId: z.string(),
  cycleId: z.string(),
  organizationId: z.string(),
  /** The number of its snapshot. */
  number: z.int(),
});
export type TextSource = z.infer<typeof TextSource>;

/** Two texts with passages in common; `shared` equal signs, which is `perMille` of the shorter text. */
export const SimilarPair = z.object({
  left: TextSource,
  right: TextSource,
  shared: z.int(),
  perMille: z.int(),
  passages: z.array(z.object({ left: Stretch, right: Stretch, same: z.int() })),
});
export type SimilarPair = z.infer<typeof SimilarPair>;

/**
 * A comparison of all self-reports of a cycle, among each other and with earlier years. It flags and has no
 * consequence of itself. The pairs lie in the bucket.
 */
export const SimilarityReport = z.object({
  cycleId: z.string(),
  comparedAt: z.string(),
  algorithm: z.string(),
  texts: z.int(),
  earlierTexts: z.int(),
  pairs: z.int(),
  /** SHA-256 of the pairs in canonical JSON, and where they lie. */
  hash: z.string(),
  reportKey: z.string(),
});
export type SimilarityReport = z.infer<typeof SimilarityReport>;

/** That the office looked at a flagged pair (left is the lesser id), and what it found. */
export const SimilarityLook = z.object({
  cycleId: z.string(),
  left: z.string(),
  right: z.string(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
});
export type SimilarityLook = z.infer<typeof SimilarityLook>;
