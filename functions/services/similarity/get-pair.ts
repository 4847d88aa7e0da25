import * as z from 'zod';
import { reportParts } from '#domain/assessments';
import type { SimilarPair, TextSource } from '#domain/similarity-report';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { parse } from '../require.ts';
import type { NamedSource } from './list.ts';
import { partsOf } from './texts.ts';
import { flaggedPair } from './watching.ts';

export const SimilarPairRef = z.strictObject({ cycleId: z.string(), left: z.string(), right: z.string() });

type Side = { readonly part: string; readonly start: number; readonly end: number; readonly text: string };

export type PairView = Pick<SimilarPair, 'shared' | 'perMille'> & {
  readonly left: NamedSource;
  readonly right: NamedSource;
  readonly passages: readonly { readonly left: Side; readonly right: Side; readonly same: number }[];
};

async function textOf(ctx: Context, source: TextSource) {
  const [application, snapshot] = await Promise.all([
    ctx.store.get(keys.application(source.applicationId)),
    ctx.store.get(keys.snapshot(source.applicationId, 'assessment', source.number)),
  ]);
  const parts = partsOf(snapshot);
  const cut = ({ part, start, end }: SimilarPair['passages'][number]['left']): Side => ({
    part: reportParts[part] ?? '',
    start,
    end,
    text: parts[part]?.text.slice(start, end) ?? '',
  });
  return { named: { ...source, organizationName: application.organizationName }, cut };
}

/** The passages of one pair side by side, out of the very snapshots that were compared. */
export async function getSimilarPair(ctx: Context, input: z.input<typeof SimilarPairRef>): Promise<PairView> {
  const { cycleId, left, right } = parse(SimilarPairRef, input);
  const pair = await flaggedPair(ctx, cycleId, left, right);
  const [one, other] = await Promise.all([textOf(ctx, pair.left), textOf(ctx, pair.right)]);
  return {
    left: one.named,
    right: other.named,
    shared: pair.shared,
    perMille: pair.perMille,
    passages: pair.passages.map((passage) => ({
      left: one.cut(passage.left),
      right: other.cut(passage.right),
      same: passage.same,
    })),
  };
}
