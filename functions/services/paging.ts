import * as z from 'zod';

/** What every long list takes; the numbers of a query arrive as text. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(4000).optional(),
} as const;
