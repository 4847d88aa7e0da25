import * as z from 'zod';
import { Job } from '#domain/jobs';
import { GetJobInput, getJob } from '#services/jobs/get';
import { type JobKind, jobKinds } from '#services/jobs/kinds';
import { ListJobsInput, listJobs } from '#services/jobs/list';
import { StartJobInput, startJob } from '#services/jobs/start';
import { make, read } from '../route.ts';
import { listOf, version } from '../shapes.ts';

const tag = '后台任务 jobs';
const job = Job.omit({ resultKey: true }).extend({ version });

/** The kinds with what each takes beside its name: `redraw` 重抽 {reason}. */
const told = (wordOf: (kind: JobKind) => string): string =>
  Object.entries(jobKinds)
    .map(([name, kind]) => `${name} ${wordOf(kind)} {${Object.keys(kind.input.shape).join(', ')}}`)
    .join('; ');

export const jobRoutes = [
  make('/cycles/{cycleId}/jobs', {
    tag,
    zh: `开始一项耗时的任务：${told(({ zh }) => zh)}`,
    en: `Begin work that outlasts a request: ${told(({ en }) => en)}`,
    input: StartJobInput,
    answer: job,
    run: (ctx, input) => startJob(ctx, input),
  }),
  read('/cycles/{cycleId}/jobs', {
    tag,
    zh: '本批次的后台任务，最新在前',
    en: 'The jobs of a cycle, newest first',
    input: ListJobsInput,
    answer: listOf(job),
    run: listJobs,
  }),
  read('/jobs/{jobId}', {
    tag,
    zh: '任务的进度与结果',
    en: 'How far a job is, and its result once it is done',
    input: GetJobInput,
    answer: z.object({ job, result: z.unknown().optional() }),
    run: (ctx, input) => getJob(ctx, input),
  }),
] as const;
