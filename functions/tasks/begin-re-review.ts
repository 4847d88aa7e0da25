import { BeginReReviewInput, beginReReview as begin } from '#services/awards/begin-re-review';
import type { Task } from './task.ts';

export const beginReReview: Task = (ctx, input) => begin(ctx, BeginReReviewInput.parse(input));
