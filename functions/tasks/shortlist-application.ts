import { ShortlistInput, shortlistApplications } from '#services/lists/shortlist';
import type { Task } from './task.ts';

export const shortlistApplication: Task = (ctx, input) => shortlistApplications(ctx, ShortlistInput.parse(input));
