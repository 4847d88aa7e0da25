import * as z from 'zod';
import { CreditCode } from '#domain/identity';
import { DisplayName } from '#domain/names';
import { DeclaredConflict, type Reviewer } from '#domain/reviews';

/** What the office says about a reviewer. */
export const ReviewerProfile = z.strictObject({
  reviewerId: z.string(),
  name: DisplayName,
  organizationName: DisplayName,
  organizationCode: CreditCode.optional(),
  /** Categories that they review; none: all of them. */
  categoryIds: z.array(z.string()).max(60).default([]),
  areaIds: z.array(z.string()).max(30).default([]),
  expertise: z.array(z.string().trim().min(1).max(100)).max(60).default([]),
  maximumLoad: z.int().min(0).max(1000),
  available: z.boolean().default(true),
  /** Units that the office keeps this reviewer away from. */
  keepApart: z
    .array(DeclaredConflict.omit({ source: true }))
    .max(200)
    .default([]),
});
export type ReviewerProfile = z.output<typeof ReviewerProfile>;

/** The entry that the profile makes; what the reviewer declared stays beside it. */
export function entryOf(profile: ReviewerProfile, declared: Reviewer['conflicts'] = []): Reviewer {
  const { keepApart, organizationCode, ...rest } = profile;
  const apart = keepApart.map((conflict) => ({ ...conflict, source: 'keep-apart' as const }));
  return { ...rest, ...(organizationCode && { organizationCode }), conflicts: [...declared, ...apart] };
}
