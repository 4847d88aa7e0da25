import { MatchReviewersInput, matchReviewers as match } from '#services/reviews/match-reviewers';
import type { Task } from './task.ts';

export const matchReviewers: Task = async (ctx, input) => {
  const { itemsKey } = await match(ctx, MatchReviewersInput.parse(input));
  return { itemsKey };
};
