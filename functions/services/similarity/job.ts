import * as z from 'zod';
import { hashOf } from '#domain/audit';
import { AwardError } from '#domain/errors';
import { similarityAlgorithm, similarTexts } from '#domain/similarity/pairs';
import type { SimilarityReport, SimilarPair, TextSource } from '#domain/similarity-report';
import { similarityReports } from '#store/entities';
import { keys } from '#store/keys';
import { create, save } from '#store/writes';
import { anew } from '../anew.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import type { JobKind, Progress } from '../jobs/kinds.ts';
import { allow, parse } from '../require.ts';
import { collected, quotableOf } from './texts.ts';
import { watchesTexts } from './watching.ts';

export const CompareTextsInput = z.strictObject({
  /** How many earlier years are compared with, at most. */
  years: z.int().min(0).max(10).default(3),
  /** What stands in more than this share of the texts is common property. */
  commonPercent: z.int().min(1).max(50).default(5),
});

/** More pairs than anybody looks at: the most similar are kept. */
const MOST_PAIRS = 5000;

/** Compares all self-reports of a cycle and keeps what was found. Running again on the same texts finds the same. */
export async function compareTexts(
  ctx: Context,
  { cycleId, ...input }: { readonly cycleId: string } & z.input<typeof CompareTextsInput>,
  progress: Progress,
): Promise<SimilarityReport> {
  const { years, commonPercent } = parse(CompareTextsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const { texts, sources, earlier } = await collected(ctx, cycle, years, progress);
  await progress(texts.length, texts.length, '比对', 'comparing');
  const found = similarTexts(texts, { quotable: await quotableOf(ctx, cycle), commonPercent });
  const sourceOf = (textId: string): TextSource => {
    const source = sources.get(textId);
    if (!source) throw new AwardError('Internal');
    return source;
  };
  const pairs: SimilarPair[] = found.slice(0, MOST_PAIRS).map(({ left, right, passages, ...figures }) => ({
    left: sourceOf(left),
    right: sourceOf(right),
    ...figures,
    passages: [...passages],
  }));
  const hash = hashOf(pairs);
  const reportKey = `cycles/${cycleId}/similarity/${hash.slice(0, 16)}.json`;
  await ctx.bucket.putText(reportKey, JSON.stringify(pairs), 'application/json');
  return anew(async () => {
    const before = await ctx.store.find(keys.similarityReport(cycleId));
    const report: SimilarityReport = {
      cycleId,
      comparedAt: ctx.clock.now(),
      algorithm: similarityAlgorithm,
      texts: texts.length - earlier,
      earlierTexts: earlier,
      pairs: pairs.length,
      hash,
      reportKey,
    };
    return commit(ctx, {
      chain: `cycle/${cycleId}`,
      action: 'similarity.compared',
      cycleId,
      details: { texts: report.texts, earlierTexts: earlier, pairs: pairs.length, hash },
      writes: [
        before
          ? save(similarityReports, { ...report, version: before.version })
          : create(similarityReports, report, () => new AwardError('StaleVersion')),
      ],
      answer: report,
    });
  });
}

/** The comparison of a cycle's self-reports as a job; what it answers are figures, the pairs are read apart. */
export const similarityJob: JobKind<typeof CompareTextsInput> = {
  zh: '自评报告相似度比对（仅作提示，不作结论）',
  en: 'Similarity of the self-reports (a flag, never a finding)',
  input: CompareTextsInput,
  allow: (ctx) => allow(watchesTexts(ctx.actor)),
  run: async (ctx, { cycleId, input }, progress) => {
    const { reportKey: _, ...figures } = await compareTexts(ctx, { cycleId, ...input }, progress);
    return figures;
  },
};
