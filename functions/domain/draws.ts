import * as z from 'zod';

/** 材料评审 and 实地考察: each has panels of its own. */
export const drawRounds = ['documents', 'site'] as const;
export type DrawRound = (typeof drawRounds)[number];

export const drawAims = ['sum', 'worst-served'] as const;
export type DrawAim = (typeof drawAims)[number];

/** How far from the mean a load may lie, in percent of it; absent in a record: only each reviewer's own limit binds. */
export const Spread = z.object({ least: z.int(), most: z.int() });
export type Spread = z.infer<typeof Spread>;

/** How many applications of a category were drawn for a panel. */
const Sample = z.object({ categoryId: z.string(), of: z.int(), drawn: z.int() });

/** `matched[n]` panels of the category have n members who are experts of some of its standard. */
export const Coverage = z.object({ categoryId: z.string(), panels: z.int(), matched: z.array(z.int()) });
export type Coverage = z.infer<typeof Coverage>;

/**
 * A draw of panels as anyone can repeat it: frozen inputs, public seed, algorithm and what came out. The last number of
 * a round is in force; each supersedes the one before it, with the office's reason.
 */
export const DrawRecord = z.object({
  cycleId: z.string(),
  round: z.enum(drawRounds),
  /** From 1 within its round. */
  number: z.int(),
  algorithm: z.string(),
  seed: z.string(),
  aim: z.enum(drawAims),
  /** SHA-256 of the file of frozen inputs, and where it lies in the bucket. */
  inputHash: z.string(),
  inputsKey: z.string(),
  /** SHA-256 of the panels in canonical JSON. */
  outputHash: z.string(),
  /** What is handed to the applications: each with its reviewers. */
  itemsKey: z.string(),
  /** The prices that prove it optimal. A draw whose certificate does not hold is never recorded. */
  certificateKey: z.string(),
  /** The panels themselves, of which `outputHash` is made. */
  panelsKey: z.string(),
  applications: z.int(),
  withPanel: z.int(),
  reviewers: z.int(),
  pairs: z.int(),
  pins: z.int(),
  totalFit: z.int(),
  /** The least total fit of any panel; no assignment could give the worst served more than `worstBound`. */
  worstFit: z.int(),
  worstBound: z.number(),
  /** With the aim `worst-served`: total fit that was given up for them. */
  givenUp: z.int().optional(),
  spread: Spread.optional(),
  samples: z.array(Sample),
  coverage: z.array(Coverage),
  drawnAt: z.string(),
  /** Of a redraw: why the one before it no longer stands, and the job that made it. */
  reason: z.string().optional(),
  jobId: z.string().optional(),
});
export type DrawRecord = z.infer<typeof DrawRecord>;

/** What of a draw leaves the house: not where its files lie. */
export const ShownDraw = DrawRecord.omit({
  inputsKey: true,
  itemsKey: true,
  certificateKey: true,
  panelsKey: true,
  jobId: true,
});

/** 指定: a reviewer whom the office sets on a panel before the draw, with its reason. */
export const Pin = z.object({
  cycleId: z.string(),
  applicationId: z.string(),
  reviewerId: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  /** Taken away again; kept, so that nobody is pinned and unpinned unseen. */
  released: z.object({ reason: z.string(), by: z.string(), at: z.string() }).optional(),
});
export type Pin = z.infer<typeof Pin>;
