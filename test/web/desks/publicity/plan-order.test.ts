import { expect, it } from 'vitest';
import { inPlanOrder } from '#web/desks/publicity/plan-order.ts';

it('takes the categories as the plan has them, and leaves their rows as they stood; a strange one comes last', () => {
  const rows = ['agency-1', 'other-1', 'community-2', 'agency-2', 'community-1'].map((id) => ({
    id,
    categoryId: id.split('-')[0] ?? '',
  }));
  const plan = [{ categoryId: 'community' }, { categoryId: 'family' }, { categoryId: 'agency' }];
  const ids = inPlanOrder(rows, plan).map(({ id }) => id);
  expect(ids).toEqual(['community-2', 'community-1', 'agency-1', 'agency-2', 'other-1']);
});
