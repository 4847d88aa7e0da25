import * as z from 'zod';
import type { SimilarityLook, SimilarityReport, SimilarPair, TextSource } from '#domain/similarity-report';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import { flaggedPairs } from './watching.ts';

export const ListSimilarInput = z.strictObject({
  cycleId: z.string(),
  /** How many to pass over. */
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type NamedSource = TextSource & { readonly organizationName: string };

export type Flag = Pick<SimilarPair, 'shared' | 'perMille'> & {
  readonly left: NamedSource;
  readonly right: NamedSource;
  /** The same unit in another year: its own words again. */
  readonly sameUnit: boolean;
  readonly passages: number;
  readonly look?: SimilarityLook;
};

/** The flagged pairs, the most similar first, and which of them the office looked at. */
export async function listSimilar(
  ctx: Context,
  input: z.input<typeof ListSimilarInput>,
): Promise<{ report: Omit<SimilarityReport, 'reportKey'>; total: number; items: Flag[] }> {
  const { cycleId, from, limit } = parse(ListSimilarInput, input);
  const { report, pairs } = await flaggedPairs(ctx, cycleId);
  const shown = pairs.slice(from, from + limit);
  const ids = [...new Set(shown.flatMap(({ left, right }) => [left.applicationId, right.applicationId]))];
  const applications = await ctx.store.getMany(ids.map((id) => keys.application(id)));
  const names = new Map(applications.map(({ applicationId, organizationName }) => [applicationId, organizationName]));
  const named = (source: TextSource): NamedSource => ({
    ...source,
    organizationName: names.get(source.applicationId) ?? '',
  });
  const looks = await ctx.store.all<SimilarityLook>(keys.similarityLook(cycleId, '', '').pk);
  const lookAt = new Map(looks.map(({ version: _, ...look }) => [`${look.left} ${look.right}`, look]));
  const { reportKey: _, ...figures } = report;
  return {
    report: figures,
    total: pairs.length,
    items: shown.map(({ left, right, shared, perMille, passages }) => {
      const look = lookAt.get(`${left.applicationId} ${right.applicationId}`);
      return {
        left: named(left),
        right: named(right),
        sameUnit: left.organizationId === right.organizationId,
        shared,
        perMille,
        passages: passages.length,
        ...(look && { look }),
      };
    }),
  };
}
