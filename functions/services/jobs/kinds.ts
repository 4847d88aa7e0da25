import type { z } from 'zod';
import type { Cycle } from '#domain/cycles';
import { analysisJob } from '../analysis/job.ts';
import type { Context } from '../context.ts';
import { dossierJob } from '../dossier/make.ts';
import { previewJob, redrawJob, siteTeamsJob } from '../draws/jobs.ts';
import { whatIfJob } from '../results/what-if-job.ts';
import { similarityJob } from '../similarity/job.ts';

/** Tells how far the work is: so many of so many, and what is being done, in both languages. */
export type Progress = (done: number, of: number, zh: string, en: string) => Promise<void>;

export type JobKind<Input extends z.ZodObject = z.ZodObject> = {
  readonly zh: string;
  readonly en: string;
  readonly input: Input;
  /** Whether the actor may start it, and read what came out; throws the refusal. */
  readonly allow: (ctx: Context, cycle: Cycle) => void;
  /** Whether it tells of all cases of the cycle at once, which whoever has a stake in one of them must not learn. */
  readonly unbound?: true;
  /** Runs at least once: the same job run again gives the same result and does nothing twice. */
  readonly run: (
    ctx: Context,
    job: { readonly jobId: string; readonly cycleId: string; readonly input: z.output<Input> },
    progress: Progress,
  ) => Promise<object>;
};

export type JobKinds = Readonly<Record<string, JobKind>>;

/** Safe: a job's input is read by the very schema of its kind before the kind runs. */
export const jobKind = <Input extends z.ZodObject>(of: JobKind<Input>): JobKind => of as unknown as JobKind;

/** What can be started as a job, by the name that the API takes. */
export const jobKinds: JobKinds = {
  'preview-matching': previewJob,
  redraw: redrawJob,
  'draw-site-teams': siteTeamsJob,
  analysis: analysisJob,
  'what-if': whatIfJob,
  dossier: dossierJob,
  similarity: jobKind(similarityJob),
};
