import { Buffer } from 'node:buffer';
import type { Words } from '#documents/reviewer-book';
import { reviewerBook } from '#documents/reviewer-book';
import { workbookType } from '#documents/table';
import { pathOf } from '#domain/areas';
import { holds } from '#domain/people';
import { keys } from '#store/keys';
import type { Context } from '../context.ts';
import { areasOf, categoriesOf } from '../reference.ts';
import { allow } from '../require.ts';
import { wholePool } from './pool.ts';

/** What the office's categories and areas are called; an area with all that it lies in, from the top down. */
export async function bookWords(ctx: Pick<Context, 'store'>): Promise<Words> {
  const [areas, categories] = await Promise.all([areasOf(ctx), categoriesOf(ctx)]);
  const nameOf = new Map(areas.map(({ areaId, name }) => [areaId, name]));
  const whole = (areaId: string): string =>
    pathOf(areaId, areas)
      .toReversed()
      .map((id) => nameOf.get(id) ?? id)
      .join('/');
  return {
    categories: new Map(categories.map(({ categoryId, name }) => [categoryId, name])),
    areas: new Map(areas.map(({ areaId }) => [areaId, whole(areaId)])),
  };
}

/** The pool as a workbook, for office and supervisor; conflicts are not in it. */
export async function exportReviewers(
  ctx: Context,
): Promise<{ fileName: string; contentType: string; base64: string }> {
  allow(holds(ctx.actor, 'office') || holds(ctx.actor, 'supervisor'));
  const pool = await wholePool(ctx);
  const people = await ctx.store.getMany(pool.map(({ reviewerId }) => keys.person(reviewerId)));
  const usernames = new Map(people.map(({ personId, username }) => [personId, username]));
  const rows = pool.map((reviewer) => ({ reviewer, username: usernames.get(reviewer.reviewerId) ?? '' }));
  const bytes = await reviewerBook(rows, await bookWords(ctx));
  return { fileName: '专家库.xlsx', contentType: workbookType, base64: Buffer.from(bytes).toString('base64') };
}
