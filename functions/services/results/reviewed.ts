import type { Application } from '#domain/applications';
import { type Cycle, categoryOf } from '#domain/cycles';
import type { FieldProblem } from '#domain/errors';
import type { Reviewed } from '#domain/results';
import type { Assignment, Panel } from '#domain/reviews';
import type { Vote } from '#domain/selections';
import { scoresOf } from '#domain/sheets';
import { validAssignments } from '#domain/valid-sheets';
import { keys } from '#store/keys';
import type { OwnApplication } from '#store/records';
import type { Context } from '../context.ts';
import { applicationsOf } from '../cycles/members.ts';
import { each } from '../each.ts';
import { refuseFields } from '../require.ts';
import { type Entries, entriesOf } from './entries.ts';

type Reading = Pick<Context, 'store'>;

const sheetsMissing = (
  { organizationName, applicationId }: Application,
  { size }: Panel,
  valid: number,
): FieldProblem => ({
  path: `applications.${applicationId}.panel`,
  code: 'SheetsMissing',
  zh: `${organizationName}：有效评分表 ${valid} 份，应有 ${size} 份。`,
  en: `${organizationName}: ${valid} of ${size} sheets are valid.`,
});

/**
 * The sheets that count, each as it was handed in last.
 * @throws AwardError `Incomplete` when a seat has none: nothing is averaged over a subset unawares.
 */
async function sheetsOf(
  ctx: Reading,
  application: Application,
  panel: Panel,
): Promise<NonNullable<Reviewed['sheets']>> {
  const { pk, sk } = keys.assignment(application.applicationId, '');
  const valid = validAssignments(await ctx.store.all<Assignment>(pk, sk), panel);
  const sheets = await ctx.store.getMany(
    valid.map(({ assignmentId, submissions }) => keys.submittedSheet(assignmentId, submissions)),
  );
  const isWhole = sheets.length === panel.size;
  refuseFields(isWhole ? [] : [sheetsMissing(application, panel, sheets.length)], 'Incomplete');
  return sheets.map(({ assignmentId, reviewerId, marks }) => ({ assignmentId, reviewerId, marks: scoresOf(marks) }));
}

/** Whether the unit was named before: in an earlier cycle here, or by the office's files from before. */
async function wasNamed(ctx: Reading, { organizationId, cycleId }: Application): Promise<boolean> {
  const organization = await ctx.store.find(keys.organization(organizationId));
  if (organization?.formerTitles?.length) return true;
  const { pk, sk } = keys.ownApplication(organizationId, '');
  const own = (await ctx.store.all<OwnApplication>(pk, sk)).filter((other) => other.cycleId !== cycleId);
  const others = await ctx.store.getMany(own.map((other) => keys.application(other.applicationId)));
  return others.some((other) => other.status === 'named');
}

/** All that concerns one application whose panel, if any, is known. */
export async function reviewedOne(
  ctx: Reading,
  cycle: Cycle,
  application: Application,
  panel: Panel | undefined,
  entries: Entries,
): Promise<Reviewed> {
  const { applicationId, categoryId, areaId, areaPath, organizationName, recommender } = application;
  const hasTeam = panel !== undefined && categoryOf(cycle, categoryId)?.siteTeam !== undefined;
  return {
    ...{ applicationId, categoryId, areaId, areaPath, organizationName, recommender },
    ...(panel && { sheets: await sheetsOf(ctx, application, panel) }),
    ...(hasTeam ? { visits: entries.visits(applicationId) } : entries.site(applicationId)),
    ...entries.satisfaction(applicationId),
    adjustments: entries.adjustments(applicationId),
    vetoed: entries.isVetoed(applicationId),
    namedBefore: panel !== undefined && (await wasNamed(ctx, application)),
    voted: entries.voted(applicationId),
  };
}

export type Asked = {
  /** Votes that are just being recorded. */
  readonly newVotes?: readonly Vote[];
  /** Only these categories; all of the cycle otherwise. */
  readonly categoryIds?: readonly string[];
  /** Which of their applications; those that are scored otherwise. */
  readonly has?: (application: Application) => boolean;
};

const isScored = ({ status }: Application): boolean => status === 'scored';

/** Everything that decides, of every application that was reviewed, read consistently. */
export async function reviewedOf(
  ctx: Reading,
  cycle: Cycle,
  { newVotes = [], categoryIds, has = isScored }: Asked = {},
): Promise<Reviewed[]> {
  const { cycleId } = cycle;
  const applications = (await applicationsOf(ctx, cycleId, categoryIds)).filter(has);
  const [panels, entries] = await Promise.all([
    ctx.store.getMany(applications.map(({ applicationId }) => keys.panel(applicationId))),
    entriesOf(ctx, cycleId, newVotes),
  ]);
  const panelBy = new Map(panels.map((panel) => [panel.applicationId, panel]));
  return each(applications, (application) =>
    reviewedOne(ctx, cycle, application, panelBy.get(application.applicationId), entries),
  );
}
