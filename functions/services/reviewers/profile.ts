import * as z from 'zod';
import type { FieldProblem } from '#domain/errors';
import { checkExpert } from '#domain/experts';
import { CreditCode } from '#domain/identity';
import { DisplayName } from '#domain/names';
import { DeclaredConflict, type Reviewer } from '#domain/reviews';
import type { Context } from '../context.ts';
import { areasOf, categoriesOf } from '../reference.ts';

/** A unit to keep away from, by id, credit code or name, with the reason. */
export const UnitToAvoid = z
  .strictObject({
    organizationId: z.string().optional(),
    organizationName: DisplayName.optional(),
    creditCode: CreditCode.optional(),
    reason: DeclaredConflict.shape.reason,
  })
  .refine((unit) => unit.organizationId ?? unit.organizationName ?? unit.creditCode, {
    path: ['organizationName'],
    params: {
      code: 'Required',
      zh: '请填写单位名称或统一社会信用代码。',
      en: 'Name the unit, or give its credit code.',
    },
  });

const Employer = z.strictObject({ name: DisplayName, creditCode: CreditCode.optional() });

/** The days on which somebody can review, first and last; open where absent. */
export const Availability = {
  available: z.boolean().default(true),
  availableFrom: z.iso.date().optional(),
  availableUntil: z.iso.date().optional(),
} as const;

/** What the office says about a reviewer. */
export const ReviewerProfile = z.strictObject({
  reviewerId: z.string(),
  name: DisplayName,
  organizationName: DisplayName,
  organizationCode: CreditCode.optional(),
  /** Where they worked before; without `until` nobody knows when they left, and it binds as if they just had. */
  formerOrganizations: z
    .array(Employer.extend({ until: z.iso.date().optional() }))
    .max(20)
    .default([]),
  /** The firm (第三方) for which they review. */
  thirdParty: Employer.optional(),
  /** Not of the district. */
  outside: z.boolean().default(false),
  /** The lead department that they work for. */
  recommender: z.string().trim().min(1).max(50).optional(),
  /** Categories that they review; none: all of them. */
  categoryIds: z.array(z.string()).max(60).default([]),
  areaIds: z.array(z.string()).max(30).default([]),
  expertise: z.array(z.string().trim().min(1).max(100)).max(60).default([]),
  /** The most applications in one cycle. */
  maximumLoad: z.int().min(0).max(1000),
  ...Availability,
  /** Units that the office keeps this reviewer away from. */
  keepApart: z.array(UnitToAvoid).max(200).default([]),
});
export type ReviewerProfile = z.output<typeof ReviewerProfile>;

/** The entry that the profile makes; what the reviewer declared stays beside it. */
export function entryOf(profile: ReviewerProfile, declared: Reviewer['conflicts'] = []): Reviewer {
  const { keepApart, ...rest } = profile;
  const apart = keepApart.map((conflict) => ({ ...conflict, source: 'keep-apart' as const }));
  return { ...rest, conflicts: [...declared, ...apart] };
}

/** What an entry may name: the office's areas, categories and lead departments. */
export type Reference = {
  readonly areaIds: ReadonlySet<string>;
  readonly categoryIds: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
};

export async function referenceOf(ctx: Pick<Context, 'store'>): Promise<Reference> {
  const [areas, categories] = await Promise.all([areasOf(ctx), categoriesOf(ctx)]);
  return {
    areaIds: new Set(areas.map(({ areaId }) => areaId)),
    categoryIds: new Set(categories.map(({ categoryId }) => categoryId)),
    departments: new Set(categories.flatMap(({ leadDepartments }) => leadDepartments)),
  };
}

const unknown = (path: string, code: string, zh: string, en: string): FieldProblem => ({ path, code, zh, en });

/** Everything that is wrong with an entry beside the others and the office's own lists; paths as in the profile. */
export const entryProblems = (entry: Reviewer, pool: readonly Reviewer[], known: Reference): FieldProblem[] => [
  ...checkExpert(entry, pool),
  ...entry.areaIds.flatMap((id, at) =>
    known.areaIds.has(id) ? [] : [unknown(`areaIds.${at}`, 'UnknownArea', '没有这个区域。', 'There is no such area.')],
  ),
  ...entry.categoryIds.flatMap((id, at) =>
    known.categoryIds.has(id)
      ? []
      : [unknown(`categoryIds.${at}`, 'UnknownCategory', '没有这个类别。', 'There is no such category.')],
  ),
  ...(entry.recommender === undefined || known.departments.has(entry.recommender)
    ? []
    : [
        unknown(
          'recommender',
          'NotALeadDepartment',
          `「${entry.recommender}」不是任何类别的牵头单位。`,
          `${entry.recommender} is no lead department of any category.`,
        ),
      ]),
];
