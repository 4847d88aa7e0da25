import * as z from 'zod';
import { keys } from '#store/keys';
import type { JobKind } from '../jobs/kinds.ts';
import { parse } from '../require.ts';
import { requireScoresVisible } from '../results/get.ts';
import { analysisOf, reviewedApplications } from './read.ts';
import { viewOf } from './view.ts';

const AnalysisJobInput = z.strictObject({ categoryId: z.string() });

/** The analysis of a category of any size. Its result is kept for all who oversee, so reviewers stay numbers in it. */
export const analysisJob: JobKind = {
  zh: '评分分析（仅供参考，不是评审结果）',
  en: 'Analysis of the marks (for information only, not the result)',
  input: AnalysisJobInput,
  allow: requireScoresVisible,
  unbound: true,
  async run(ctx, { cycleId, input }, progress) {
    const { categoryId } = parse(AnalysisJobInput, input);
    const cycle = await ctx.store.get(keys.cycle(cycleId));
    const cases = await reviewedApplications(ctx, cycleId, categoryId);
    await progress(1, 3, '读取评分表', 'reading the sheets');
    const found = await analysisOf(ctx, cycle, categoryId, cases);
    await progress(2, 3, '整理结果', 'putting it into words');
    return viewOf({ ...found, cycleId, categoryId });
  },
};
