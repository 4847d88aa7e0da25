import * as z from 'zod';
import type { Application } from '#domain/applications';
import { hashOf } from '#domain/audit';
import type { Cycle } from '#domain/cycles';
import type { Discussion } from '#domain/discussions';
import { isConflicted, maySeeScores } from '#domain/policies';
import {
  type Adjustment,
  type Assignment,
  type Component,
  isRoundClosed,
  type Sheet,
  type SiteSheet,
  type Veto,
} from '#domain/reviews';
import { keys, lists } from '#store/keys';
import type { Snapshot } from '#store/records';
import { disclosed } from '../applications/disclosed.ts';
import type { Context } from '../context.ts';
import { allow, parse } from '../require.ts';
import { mayExport } from './export-summary.ts';

export const ExportApplicationsInput = z.strictObject({
  cycleId: z.string(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.string().max(16_000).optional(),
});

/** What was submitted, by its hash: that it can be compared, without its text. */
const fingerprint = ({ what, number, at, content, evidence }: Snapshot) => ({
  what,
  number,
  at,
  sha256: hashOf(content),
  evidence,
});

async function scoresOf(ctx: Context, assignments: readonly Assignment[]): Promise<Sheet[]> {
  const submitted = assignments.filter((assignment) => assignment.status === 'submitted');
  return ctx.store.getMany(submitted.map((each) => keys.submittedSheet(each.assignmentId, each.submissions)));
}

async function exported(ctx: Context, cycle: Cycle, application: Application) {
  const { applicationId, categoryId, certificateNumber } = application;
  const { pk } = keys.application(applicationId);
  const assignments = await ctx.store.all<Assignment>(pk, 'ASSIGNMENT#');
  const isBound = isConflicted(ctx.actor, application);
  const sees = maySeeScores(ctx.actor, isRoundClosed(cycle)) && !isBound;
  const resultKey = cycle.resultId && keys.resultRow(cycle.resultId, categoryId, applicationId);
  return {
    application: isBound ? await disclosed(ctx, application) : application,
    snapshots: (await ctx.store.all<Snapshot>(pk, 'SNAPSHOT#')).map(fingerprint),
    assignments: isBound ? [] : assignments,
    sheets: sees ? await scoresOf(ctx, assignments) : [],
    discussions: sees
      ? await ctx.store.all<Discussion>(keys.discussion(cycle.cycleId, '', '').pk, `${applicationId}#`)
      : [],
    siteSheets: sees
      ? await ctx.store.all<SiteSheet>(keys.siteSheet(cycle.cycleId, '', '').pk, `${applicationId}#`)
      : [],
    components: sees
      ? await ctx.store.all<Component>(keys.component(cycle.cycleId, '', '').pk, `${applicationId}#`)
      : [],
    // Whoever has a stake in the case learns of it what the applicant does.
    adjustments: isBound
      ? []
      : await ctx.store.all<Adjustment>(keys.adjustment(cycle.cycleId, '', '').pk, `${applicationId}#`),
    vetoes: isBound ? [] : await ctx.store.all<Veto>(keys.veto(cycle.cycleId, '', '').pk, `${applicationId}#`),
    result: (sees && resultKey && (await ctx.store.find(resultKey))) || null,
    award: (certificateNumber && (await ctx.store.find(keys.award(certificateNumber)))) || null,
    auditHead: (await ctx.store.find(keys.auditHead(`application/${applicationId}`))) ?? null,
  };
}

/** The applications of a cycle with everything that led to their result, a page at a time. */
export async function exportApplications(ctx: Context, input: z.input<typeof ExportApplicationsInput>) {
  allow(mayExport(ctx));
  const { cycleId, limit, cursor } = parse(ExportApplicationsInput, input);
  const cycle = await ctx.store.get(keys.cycle(cycleId));
  const page = await ctx.store.page<Application>({
    index: 'lists',
    partitions: cycle.categories.flatMap(({ categoryId }) => lists.applicationShards(cycleId, categoryId)),
    limit,
    cursor,
  });
  return { ...page, items: await Promise.all(page.items.map((application) => exported(ctx, cycle, application))) };
}
