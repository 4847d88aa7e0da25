import * as z from 'zod';
import type { Coverage, DrawRecord } from '#domain/draws';
import { oversees } from '#domain/policies';
import type { Assignment, SiteSheet } from '#domain/reviews';
import { keys, lists } from '#store/keys';
import { type Context, isPast } from '../context.ts';
import { allow, parse } from '../require.ts';
import { wholePool } from '../reviewers/pool.ts';
import { drawInForce } from './in-force.ts';

export const BoardInput = z.strictObject({ cycleId: z.string() });

type Counts = {
  readonly assigned: number;
  readonly pending: number;
  readonly submitted: number;
  readonly overdue: number;
};

export type ReviewerLoad = Counts & {
  readonly reviewerId: string;
  readonly name: string;
  readonly organizationName: string;
  /** On site: how many visits, and how many sheets of them are in. */
  readonly visits: number;
  readonly visited: number;
};

export type CategoryLoad = Counts & { readonly categoryId: string; readonly coverage?: Coverage };

type Figures = Pick<DrawRecord, 'number' | 'totalFit' | 'worstFit' | 'spread' | 'drawnAt'>;

const figuresOf = ({ number, totalFit, worstFit, spread, drawnAt }: DrawRecord): Figures => ({
  number,
  totalFit,
  worstFit,
  drawnAt,
  ...(spread && { spread }),
});

export type AssignmentBoard = {
  readonly reviewers: readonly ReviewerLoad[];
  readonly categories: readonly CategoryLoad[];
  readonly draw?: Figures;
};

const over: readonly Assignment['status'][] = ['recused', 'reassigned'];

/** One reviewer's places in the cycle; out of their queue, for a board may be a moment behind. */
async function placesOf(ctx: Context, cycleId: string, reviewerId: string): Promise<Assignment[]> {
  const own = await ctx.store.indexed<Assignment>({
    index: 'lists',
    pk: lists.queue(reviewerId),
    prefix: `${cycleId}#`,
  });
  return own.filter(({ status }) => !over.includes(status));
}

const countsOf = (ctx: Context, places: readonly Assignment[]): Counts => ({
  assigned: places.length,
  pending: places.filter(({ status }) => status === 'pending').length,
  submitted: places.filter(({ status }) => status === 'submitted').length,
  overdue: places.filter(({ status, dueAt }) => status !== 'submitted' && isPast(ctx, dueAt)).length,
});

/** Who has how much and how far they are, and how the categories stand; no mark and no application is in it. */
export async function assignmentBoard(ctx: Context, input: z.input<typeof BoardInput>): Promise<AssignmentBoard> {
  allow(oversees(ctx.actor));
  const { cycleId } = parse(BoardInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const [pool, draw, visits] = await Promise.all([
    wholePool(ctx),
    drawInForce(ctx, cycleId, 'documents'),
    ctx.store.all<SiteSheet>(keys.siteSheet(cycleId, '', '').pk),
  ]);
  const places = await Promise.all(pool.map(({ reviewerId }) => placesOf(ctx, cycleId, reviewerId)));
  const all = places.flat();
  const reviewers = pool.map(({ reviewerId, name, organizationName }, at): ReviewerLoad => {
    const own = visits.filter((sheet) => sheet.reviewerId === reviewerId && sheet.status !== 'withdrawn');
    return {
      reviewerId,
      name,
      organizationName,
      ...countsOf(ctx, places[at] ?? []),
      visits: own.length,
      visited: own.filter(({ status }) => status === 'submitted').length,
    };
  });
  return {
    reviewers: reviewers.filter(({ assigned, visits: asked }) => assigned > 0 || asked > 0),
    categories: cycle.categories.map(({ categoryId }) => {
      const coverage = draw?.coverage.find((each) => each.categoryId === categoryId);
      const own = all.filter((each) => each.categoryId === categoryId);
      return { categoryId, ...countsOf(ctx, own), ...(coverage && { coverage }) };
    }),
    ...(draw && { draw: figuresOf(draw) }),
  };
}
