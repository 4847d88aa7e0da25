import * as z from 'zod';
import { bids } from './fit.ts';

/** What a reviewer wishes in a cycle (志愿), by application; whoever is not in it they said nothing of. */
export const Preference = z.object({
  cycleId: z.string(),
  reviewerId: z.string(),
  bids: z.record(z.string(), z.enum(bids)),
  changedAt: z.string(),
});
export type Preference = z.infer<typeof Preference>;

/** How many wishes one reviewer may have in a cycle: all lie in one item. */
export const mostBids = 2000;
