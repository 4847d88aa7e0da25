import * as z from 'zod';
import { SimilarityLook, SimilarityReport, TextSource } from '#domain/similarity-report';
import { getSimilarPair, SimilarPairRef } from '#services/similarity/get-pair';
import { ListSimilarInput, listSimilar } from '#services/similarity/list';
import { LookAtPairInput, lookAtPair } from '#services/similarity/look';
import { act, read } from '../route.ts';

const tag = '文本比对 similarity';
const source = TextSource.extend({ organizationName: z.string() });
const figures = { left: source, right: source, shared: z.int(), perMille: z.int() };
const side = z.object({ part: z.string(), start: z.int(), end: z.int(), text: z.string() });

export const similarityRoutes = [
  read('/cycles/{cycleId}/similarity', {
    tag,
    zh: '自评报告相似的申报（仅作提示）',
    en: 'Self-reports that share passages (a flag only)',
    input: ListSimilarInput,
    answer: z.object({
      report: SimilarityReport.omit({ reportKey: true }),
      total: z.int(),
      items: z.array(
        z.object({ ...figures, sameUnit: z.boolean(), passages: z.int(), look: SimilarityLook.optional() }),
      ),
    }),
    run: listSimilar,
  }),
  read('/cycles/{cycleId}/similarity/{left}/{right}', {
    tag,
    zh: '两份自评报告相同的段落，左右对照',
    en: 'The passages of two self-reports side by side',
    input: SimilarPairRef,
    answer: z.object({ ...figures, passages: z.array(z.object({ left: side, right: side, same: z.int() })) }),
    run: getSimilarPair,
  }),
  act('/cycles/{cycleId}/similarity/{left}/{right}/look', {
    tag,
    zh: '登记已核看（附说明）',
    en: 'Mark a flag as looked at, with a note',
    input: LookAtPairInput,
    answer: SimilarityLook,
    run: lookAtPair,
  }),
] as const;
